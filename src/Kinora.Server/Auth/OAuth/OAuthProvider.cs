using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kinora.Core.Accounts;
using Kinora.Core.Fetching;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Auth.OAuth;

/// <summary>The sign-in provider over HTTP: where browsers are sent, and who came back.</summary>
/// <remarks>
/// The framework's own handler keeps its state in a cookie alone, so that neither its end nor its single use is held by the server; this keeps it in the database.
/// </remarks>
internal sealed partial class OAuthProvider(KinoraOptions settings, GuardedHttp http, ILogger<OAuthProvider> logger)
{
    private const int MostOfAnswer = 64 * 1024, LongestSubject = 500, LongestName = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Null where the operator has named none.</summary>
    public OAuthOptions? Options => settings.OAuth;

    /// <param name="verifier">Is sent with the code; here only its hash.</param>
    public string AuthorizeUrl(Uri redirect, string state, string verifier)
    {
        var options = Options!;
        var query = new QueryBuilder
        {
            { "response_type", "code" },
            { "client_id", options.ClientId },
            { "redirect_uri", redirect.AbsoluteUri },
            { "scope", options.Scope },
            { "state", state },
            { "code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) },
            { "code_challenge_method", "S256" },
        }.ToString();
        return options.AuthorizeUrl.AbsoluteUri + (options.AuthorizeUrl.Query.Length > 0 ? "&" + query[1..] : query);
    }

    /// <summary>Exchanges a code for who signed in; null when the provider refuses, is away, or tells nobody.</summary>
    public async Task<SignInIdentity?> IdentifyAsync(string code, string verifier, Uri redirect, CancellationToken cancellationToken)
    {
        try
        {
            using var exchange = Exchange(code, verifier, redirect);
            using var token = await AskAsync(exchange, cancellationToken);
            if (token is null || Text(token, "access_token") is not { Length: > 0 } access || access.Any(c => c is <= ' ' or > '~')) return Fault("no access token came");
            using var question = new HttpRequestMessage(HttpMethod.Get, Options!.UserinfoUrl);
            question.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
            using var person = await AskAsync(question, cancellationToken);
            return person is null ? Fault("the userinfo endpoint told nothing") : Identity(person) ?? Fault("the userinfo endpoint told no subject");
        }
        catch (FetchException e)
        {
            return Fault(e.Message);
        }
    }

    private HttpRequestMessage Exchange(string code, string verifier, Uri redirect)
    {
        var options = Options!;
        List<KeyValuePair<string, string>> fields =
        [
            new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", redirect.AbsoluteUri),
            new("client_id", options.ClientId), new("code_verifier", verifier),
        ];
        if (options.ClientSecret is { } secret) fields.Add(new("client_secret", secret));
        return new(HttpMethod.Post, options.TokenUrl) { Content = new FormUrlEncodedContent(fields) };
    }

    private async Task<JsonDocument?> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.UserAgent.Add(new("Kinora", null));
        var answer = await http.SendAsync(request, Patience, MostOfAnswer, cancellationToken);
        if (answer.Status != 200)
        {
            LogAnswer(logger, Options!.Issuer, request.RequestUri!.AbsolutePath, answer.Status);
            return null;
        }

        try
        {
            return JsonDocument.Parse(answer.Body) is { RootElement.ValueKind: JsonValueKind.Object } document ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Some that are not OpenID providers call the subject "id", and count. An e-mail address is nobody: it may be given to somebody else.
    private SignInIdentity? Identity(JsonDocument person) => (Text(person, "sub") ?? Text(person, "id")) is { Length: > 0 and <= LongestSubject } subject
        ? new(Options!.Issuer, subject, Line(Text(person, "name") ?? Text(person, "preferred_username") ?? Text(person, "login")))
        : null;

    private static string? Line(string? name) =>
        string.Concat((name ?? "").Where(c => !char.IsControl(c)).Take(LongestName)).Trim() is { Length: > 0 } line ? line : null;

    private static string? Text(JsonDocument document, string field)
    {
        try
        {
            if (!document.RootElement.TryGetProperty(field, out var value)) return null;
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // It, or the name of some field, is no Unicode.
            return null;
        }
    }

    private SignInIdentity? Fault(string reason)
    {
        LogFault(logger, Options!.Issuer, reason);
        return null;
    }

    [LoggerMessage(350, LogLevel.Warning, "The sign-in provider {Issuer} could not tell who signed in: {Reason}")]
    private static partial void LogFault(ILogger logger, string issuer, string reason);

    [LoggerMessage(351, LogLevel.Warning, "The sign-in provider {Issuer} answered {Path} with status {Status}. See that the settings KINORA_OAUTH_… are what it knows.")]
    private static partial void LogAnswer(ILogger logger, string issuer, string path, int status);
}
