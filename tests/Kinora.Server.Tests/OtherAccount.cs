using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests;

internal static class OtherAccount
{
    private const string Key = "key-of-another";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A client of an account that is no administrator, with 500 credits.</summary>
    public static async Task<HttpClient> CreateOtherClientAsync(this TestServer server)
    {
        var accounts = server.Services.GetRequiredService<AccountStore>();
        var now = DateTimeOffset.UnixEpoch;
        await accounts.CreateAsync(new("other", "Other", AccountRole.User, 0, 0), LedgerEntry.Grant("other", 500, now, "Test"), Stop);
        await accounts.SaveCredentialAsync(new(CredentialKind.ApiKey, Secret.Hash(Key), "other", now, null), Stop);
        return server.CreateClient(Key);
    }
}
