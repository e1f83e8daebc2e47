using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Kinora.Server.Tests.Surfaces;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests.TwoAccounts;

/// <summary>One account has one of everything; another, and somebody without a key, try every endpoint of every surface with each of its ids.</summary>
public sealed partial class TwoAccountTests : IAsyncLifetime
{
    /// <summary>What its owner gives away: whoever has it may read.</summary>
    private static readonly string[] GivenAway = ["share", "link", "own link"];

    /// <summary>What is answered without a key.</summary>
    private static readonly string[] Open =
    [
        "POST /api/sessions", "DELETE /api/sessions", "GET /api/shared/{token}", "GET /api/shared/{token}/content", "GET /files/{token}/{name}", "GET /openapi.json", "GET /healthz",
        "GET /readyz", "GET /metrics", "GET /api/sign-in", "GET /api/sign-in/oauth", "GET /api/sign-in/oauth/callback",
    ];

    /// <summary>What the owner had removed by another path, or may remove twice.</summary>
    private static readonly string[] DoneBefore = ["DELETE /v1/videos/{id}, {id}", "DELETE /api/collections/{id}/generations/{generationId}, {generationId}"];

    /// <summary>Stands in all that the account wrote: where another sees it, something leaked.</summary>
    private const string Mark = "zebra-of-the-one";

    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private Dictionary<string, string> _things = [], _none = [], _others = [];
    private IReadOnlyList<ServerCall> _calls = [];
    private ClipOrigin? _clip;
    private HookReceiver? _receiver;
    private TestServer? _server;
    private HttpClient? _one, _other;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var (clip, receiver) = (_clip = await ClipOrigin.StartAsync(), _receiver = await HookReceiver.StartAsync());
        var server = _server = await TestServer.StartAsync(options => options with { FetchAllow = ["127.0.0.1"] }, folder: _folder);
        server.Provider.Origin = clip.Url;
        var tasks = 0;
        server.Provider.OnSubmit = _ => new SubmissionOutcome.Accepted($"task_{Interlocked.Increment(ref tasks)}");
        server.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new(clip.Url, "/clip.mp4")] };
        (_one, _things) = await OpenAsync(server, receiver, Mark);
        (_other, _others) = await OpenAsync(server, receiver, "giraffe");
        _none = _things.ToDictionary(thing => thing.Key, thing => Belongings.Never(thing.Value));
        _calls = ServerCalls.Of(server.Services);
    }

    public async ValueTask DisposeAsync()
    {
        _one?.Dispose();
        _other?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        if (_receiver is not null) await _receiver.DisposeAsync();
        if (_clip is not null) await _clip.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_what_another_account_has()
    {
        var (one, other) = (_one!, _other!);
        using var nobody = _server!.CreateClient(key: null);
        await using var rows = await DatabaseRows.OpenAsync(_folder);
        var names = _things.Values.Where(id => id.Length > 20).ToArray();
        var before = await rows.NamingAsync(names);
        var faults = new List<string>();
        var places = _calls.SelectMany(IdPlaces.Of).ToArray();

        foreach (var place in places.Where(place => !GivenAway.Contains(place.Kind)))
        {
            var (made, real) = (await AskAsync(other, place, _none[place.Kind], _others), await AskAsync(other, place, _things[place.Kind], _others));
            if (real.Plain != made.Plain) faults.Add($"{place}: {real.Plain}\n    but for an id that never was: {made.Plain}");
            if (Leaks(real)) faults.Add($"{place} tells: {real.Plain}");
            if (place.Put is null && !place.Call.IsForAdministrators && real.Status is not (404 or 204) && !Envelope().IsMatch(real.Plain)) faults.Add($"{place} is not 404: {real.Plain}");
        }

        foreach (var call in _calls)
        {
            using var asked = IdPlace.Plain(call, GivenAway.Aggregate(_things, (things, kind) => new(things) { [kind] = _none[kind] }));
            var told = await SendAsync(other, asked);
            if (call.IsForAdministrators && told.Status != 403) faults.Add($"{call} is for administrators, but {told.Plain}");
            if (Leaks(told)) faults.Add($"{call} tells: {told.Plain}");
            using var again = IdPlace.Plain(call, _things);
            var answer = await SendAsync(nobody, again);
            if (!Open.Contains(call.ToString()) && answer.Status is not 401 && !answer.Plain.Contains("\"code\":401", StringComparison.Ordinal)) faults.Add($"{call} answers without a key: {answer.Plain}");
        }

        faults.ShouldBeEmpty();
        var after = await rows.NamingAsync(names);
        before.Except(after).ShouldBeEmpty("A row of the one account was changed or removed.");
        // The administrator's log of callbacks says of what each claimed to be.
        after.Except(before).Where(row => !row.StartsWith("callbacks: ", StringComparison.Ordinal) && (!row.Contains(_others["account"], StringComparison.Ordinal) || row.Contains(_things["account"], StringComparison.Ordinal)))
            .ShouldBeEmpty("A row was made that names a thing of the one account.");
        await PlacesShouldTellOwnersApartAsync(one, places);
        TestContext.Current.TestOutputHelper!.WriteLine($"{_calls.Count} calls, {places.Length} places of ids, {before.Count} rows of the one account.");
    }

    /// <summary>A path where even the owner's own id is answered as one that never was would prove nothing above; so would a name that tells nothing anywhere.</summary>
    private async Task PlacesShouldTellOwnersApartAsync(HttpClient owner, IEnumerable<IdPlace> places)
    {
        var (blind, told) = (new List<string>(), new HashSet<string>());
        foreach (var place in places.Where(place => !place.Call.IsForAdministrators).OrderBy(place => place.Call.Method == "DELETE").ThenByDescending(place => place.Call.Path.Length))
        {
            var (made, real) = (await AskAsync(owner, place, _none[place.Kind], _things), await AskAsync(owner, place, _things[place.Kind], _things));
            if (real.Plain != made.Plain) told.Add(place.Name);
            else if (place.Put is null && !DoneBefore.Contains(place.ToString())) blind.Add($"{place}: {real.Plain}");
        }

        blind.ShouldBeEmpty();
        string[] names = ["firstFrame", "source", "generation", "taskId", "ids", "collection", "endpoint", "input_reference", "imageUrl", "imageUrls", "Idempotency-Key"];
        names.Except(told).ShouldBeEmpty();
    }

    private static async Task<(HttpClient Client, Dictionary<string, string> Things)> OpenAsync(TestServer server, HookReceiver receiver, string mark)
    {
        using var admin = server.CreateClient();
        var (_, account) = await admin.PostAsync("/api/admin/accounts", $$"""{"name":"{{mark}}","role":"user","credits":50000}""");
        var client = server.CreateClient(account.Text("key"));
        var things = await Belongings.MakeAsync(client, receiver, mark);
        (things["account"], things["session"], things["identity"]) = (account.Text("id"), await SignInAsync(client, account.Text("key")), await LinkAsync(server, client, account.Text("id"), mark));
        return (client, things);
    }

    private static async Task<string> SignInAsync(HttpClient client, string key)
    {
        (await client.PostAsync("/api/sessions", $$"""{"key":"{{key}}"}""")).Status.ShouldBe(HttpStatusCode.NoContent);
        return (await client.GetJsonAsync("/api/account/sessions"))["items"]!.AsArray().ShouldHaveSingleItem()!.Text("id");
    }

    // As the way back from the sign-in provider does it, of which this server has none.
    private static async Task<string> LinkAsync(TestServer server, HttpClient client, string accountId, string mark)
    {
        var identities = server.Services.GetRequiredService<IdentityStore>();
        foreach (var subject in new[] { "first-", "second-" }) await identities.LinkAsync(accountId, new("https://issuer.example", subject + mark, null), TimeProvider.System.GetUtcNow(), Stop);
        return (await client.GetJsonAsync("/api/account/sign-in"))["identities"]![0]!.Text("id");
    }

    private static async Task<Told> AskAsync(HttpClient client, IdPlace place, string id, Dictionary<string, string> own)
    {
        if (place.Call.Path == "/api/groups/{id}") own["version"] = (await client.GetJsonAsync("/api/groups/" + own["group"])).Number("version").ToString(CultureInfo.InvariantCulture);
        using var request = place.Request(id, own);
        var told = await SendAsync(client, request);
        return id.Length > 6 ? told with { Plain = told.Plain.Replace(id, "…", StringComparison.Ordinal) } : told;
    }

    private static async Task<Told> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        var type = answer.Content.Headers.ContentType?.MediaType;
        // A stream has no end; whose events it tells is tested by itself.
        var body = type is "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync(Stop);
        return new((int)answer.StatusCode, body, $"{(int)answer.StatusCode} {type} {Varying().Replace(body, "…")}");
    }

    private bool Leaks(Told told) => told.Body.Contains(Mark, StringComparison.Ordinal) || told.Body.Contains(_things["account"], StringComparison.Ordinal);

    // What differs from one answer to the next by itself: ids of what is made, times, secrets.
    [GeneratedRegex(@"\b(gen|asset|col|grp|join|key|we|evt|att)_[0-9a-f]{20,}|\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)|(whsec|kin)_[\w+/=-]+|""(prefix|traceId|version|created_at)"":[^,}]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Varying();

    [GeneratedRegex("^200 application/json \\{\"code\":(4|5)\\d\\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Envelope();

    private sealed record Told(int Status, string Body, string Plain);
}
