namespace Kinora.Core.Tests.Storage;

public sealed class SqliteGenerationStoreTests() : GenerationStoreCompliance(new SqliteTestEngine());

public sealed class SqliteLeaseStoreTests() : LeaseStoreCompliance(new SqliteTestEngine());

public sealed class SqliteFileStoreTests() : FileStoreCompliance(new SqliteTestEngine());

public sealed class SqliteAccountStoreTests() : AccountStoreCompliance(new SqliteTestEngine());

public sealed class SqliteSignInStoreTests() : SignInStoreCompliance(new SqliteTestEngine());

public sealed class SqliteHousekeepingStoreTests() : HousekeepingStoreCompliance(new SqliteTestEngine());

public sealed class SqliteDurationStoreTests() : DurationStoreCompliance(new SqliteTestEngine());

public sealed class SqliteCapStoreTests() : CapStoreCompliance(new SqliteTestEngine());

public sealed class SqliteKeyStoreTests() : KeyStoreCompliance(new SqliteTestEngine());

public sealed class SqliteProviderAccountStoreTests() : ProviderAccountStoreCompliance(new SqliteTestEngine());

public sealed class SqliteHealthStoreTests() : HealthStoreCompliance(new SqliteTestEngine());

public sealed class SqliteDeliveryStoreTests() : DeliveryStoreCompliance(new SqliteTestEngine());

public sealed class SqliteBacklogStoreTests() : BacklogStoreCompliance(new SqliteTestEngine());

public sealed class SqliteWebhookStoreTests() : WebhookStoreCompliance(new SqliteTestEngine());

public sealed class SqliteWebhookEndpointStoreTests() : WebhookEndpointStoreCompliance(new SqliteTestEngine());

public sealed class SqliteLibraryStoreTests() : LibraryStoreCompliance(new SqliteTestEngine());

public sealed class SqliteAssetIndexTests() : AssetIndexCompliance(new SqliteTestEngine());

public sealed class SqliteGroupStoreTests() : GroupStoreCompliance(new SqliteTestEngine());

public sealed class SqliteJoinStoreTests() : JoinStoreCompliance(new SqliteTestEngine());

public sealed class SqliteJoinMakerTests() : JoinMakerCompliance(new SqliteTestEngine());
