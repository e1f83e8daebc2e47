using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kinora.Server.Auth.OAuth;
using Kinora.Testing.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinora.Server.Tests;

/// <summary>An OAuth 2 provider on loopback: it checks what RFC 6749 and 7636 have it check, and is itself whoever a test wants.</summary>
internal sealed class FakeSignInProvider : IAsyncDisposable
{
    private const string Client = "kinora", Secret = "client-secret";
    private readonly ConcurrentDictionary<string, (string Challenge, string Redirect)> _codes = [];
    private FaultyServer? _server;

    public FaultyServer Server => _server ?? throw new InvalidOperationException("It has not been started.");

    /// <summary>What the userinfo endpoint tells.</summary>
    public JsonObject Person { get; set; } = new() { ["sub"] = "17", ["name"] = "Maya" };

    public OAuthOptions Options => new(new(Server.Address, "/authorize"), new(Server.Address, "/token"), new(Server.Address, "/userinfo"), Client, "https://login.example.com")
    {
        ClientSecret = Secret, Name = "Example",
    };

    public static async Task<FakeSignInProvider> StartAsync(CancellationToken cancellationToken)
    {
        var provider = new FakeSignInProvider();
        provider._server = await FaultyServer.StartAsync(
            app =>
            {
                app.MapPost("/token", (RequestDelegate)provider.TokenAsync);
                app.MapGet("/userinfo", (RequestDelegate)provider.UserinfoAsync);
            },
            cancellationToken);
        return provider;
    }

    /// <summary>The person agrees: where the browser is sent back to.</summary>
    public Uri Agree(Uri authorize)
    {
        var query = Query(authorize);
        query["response_type"].ShouldBe("code");
        query["client_id"].ShouldBe(Client);
        query["code_challenge_method"].ShouldBe("S256");
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (query["code_challenge"], query["redirect_uri"]);
        return new($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"])}");
    }

    public static Dictionary<string, string> Query(Uri address) => address.Query[1..].Split('&')
        .Select(part => part.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var isRight = form["grant_type"] == "authorization_code" && form["client_id"] == Client && form["client_secret"] == Secret
            && _codes.TryRemove(form["code"].ToString(), out var visit) && visit.Redirect == form["redirect_uri"]
            && visit.Challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        await JsonAnswers.WriteAsync(
            context, isRight ? """{"access_token":"the-access-token","token_type":"Bearer","expires_in":60}""" : """{"error":"invalid_grant"}""", isRight ? 200 : 400);
    }

    private Task UserinfoAsync(HttpContext context) => context.Request.Headers.Authorization == "Bearer the-access-token"
        ? JsonAnswers.WriteAsync(context, Person.ToJsonString(), 200)
        : JsonAnswers.WriteAsync(context, "{}", 401);
}
