using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kinora.Sandbox.Tasks;
using Microsoft.AspNetCore.Http;

namespace Kinora.Sandbox.Files;

/// <summary>Decides which links still work: the address of a result for 24 hours, a link from download-url for 20 minutes.</summary>
internal sealed class LinkGate(TimeProvider clock)
{
    private const string Expires = "expires", Signature = "signature";

    private static readonly TimeSpan ResultAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan LinkAge = TimeSpan.FromMinutes(20);

    // Its own at each start: no link outlives the process.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Whether the address that a task named has lapsed.</summary>
    public bool IsLapsed(SandboxTask task) => task.Script.ExpiredUrl || clock.GetUtcNow() - task.CompletedAt >= ResultAge;

    /// <summary>A fresh link to an own address.</summary>
    public string Link(Uri address)
    {
        var expires = (clock.GetUtcNow() + LinkAge).ToUnixTimeSeconds();
        return $"{address.GetLeftPart(UriPartial.Path)}?{Expires}={expires}&{Signature}={Sign(address.AbsolutePath, expires)}";
    }

    /// <summary>Whether a file may be had by the address that was called.</summary>
    /// <param name="isLapsed">Whether it may not be had without a fresh link.</param>
    public bool Opens(HttpRequest request, bool isLapsed)
    {
        var query = request.Query;
        if (!query.ContainsKey(Signature)) return !isLapsed;
        if (!long.TryParse(query[Expires], NumberStyles.None, CultureInfo.InvariantCulture, out var expires)) return false;
        var path = new Uri($"http://localhost{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}").AbsolutePath;
        return clock.GetUtcNow().ToUnixTimeSeconds() < expires
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(path, expires)), Encoding.UTF8.GetBytes(query[Signature].ToString()));
    }

    // Over the unescaped path: callers may escape differently than we do.
    private string Sign(string path, long expires) => Convert.ToHexStringLower(HMACSHA256.HashData(
        _key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Uri.UnescapeDataString(path)} {expires}"))));
}
