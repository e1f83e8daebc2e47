using Kinora.Testing.Processes;

namespace Kinora.Core.Tests.Storage;

public sealed class PostgresGenerationStoreTests(PostgresServer server) : GenerationStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresLeaseStoreTests(PostgresServer server) : LeaseStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresFileStoreTests(PostgresServer server) : FileStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresAccountStoreTests(PostgresServer server) : AccountStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresSignInStoreTests(PostgresServer server) : SignInStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresHousekeepingStoreTests(PostgresServer server) : HousekeepingStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresDurationStoreTests(PostgresServer server) : DurationStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresCapStoreTests(PostgresServer server) : CapStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresKeyStoreTests(PostgresServer server) : KeyStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresProviderAccountStoreTests(PostgresServer server) : ProviderAccountStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresHealthStoreTests(PostgresServer server) : HealthStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresDeliveryStoreTests(PostgresServer server) : DeliveryStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresBacklogStoreTests(PostgresServer server) : BacklogStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresWebhookStoreTests(PostgresServer server) : WebhookStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresWebhookEndpointStoreTests(PostgresServer server) : WebhookEndpointStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresLibraryStoreTests(PostgresServer server) : LibraryStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresAssetIndexTests(PostgresServer server) : AssetIndexCompliance(new PostgresTestEngine(server));

public sealed class PostgresGroupStoreTests(PostgresServer server) : GroupStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresJoinStoreTests(PostgresServer server) : JoinStoreCompliance(new PostgresTestEngine(server));

public sealed class PostgresJoinMakerTests(PostgresServer server) : JoinMakerCompliance(new PostgresTestEngine(server));
