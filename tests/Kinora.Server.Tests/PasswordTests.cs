using System.Net;
using System.Net.Http.Json;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.Hosting;
using Kinora.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kinora.Server.Tests;

public sealed class PasswordTests
{
    private const string Good = "nine quiet rivers", Better = "seven red foxes run";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Password_is_set_by_a_fresh_link_signs_in_and_ends_the_other_sessions()
    {
        var clock = new ShiftedClock();
        await using var server = await TestServer.StartAsync(time: clock);
        using var other = await Browser.WithLinkAsync(server, await server.NewSignInLinkAsync());
        using var browser = await Browser.WithLinkAsync(server, await server.NewSignInLinkAsync());
        (await browser.Http.PutAsync("/api/account/password", """{"password":"nine quiet rivers"}""")).Body["errors"]![0]!.Text("field").ShouldBe("name");
        (await SetAsync(browser, "password1234", "Maya")).ShouldBe(HttpStatusCode.BadRequest);
        (await SetAsync(browser, Good, "Maya")).ShouldBe(HttpStatusCode.NoContent);
        (await other.StatusAsync("GET", "/api/account")).ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.StatusAsync("GET", "/api/account")).ShouldBe(HttpStatusCode.OK);

        using var third = new Browser(server);
        (await third.SignInAsync(new { name = "mAYA", password = Good })).ShouldBe(HttpStatusCode.NoContent);
        (await third.Http.GetJsonAsync("/api/account/sign-in")).Text("name").ShouldBe("Maya");
        (await SetAsync(third, Better)).ShouldBe(HttpStatusCode.Forbidden, "a session that a password began is no proof");
        (await SetAsync(third, Better, current: "wrong wrong wrong")).ShouldBe(HttpStatusCode.Forbidden);
        (await SetAsync(third, Better, current: Good)).ShouldBe(HttpStatusCode.NoContent);
        (await browser.StatusAsync("GET", "/api/account")).ShouldBe(HttpStatusCode.Unauthorized);
        (await third.SignInAsync(new { name = "Maya", password = Good })).ShouldBe(HttpStatusCode.Unauthorized);

        using var late = await Browser.WithLinkAsync(server, await server.NewSignInLinkAsync());
        clock.Ahead = SignIns.Fresh;
        (await SetAsync(late, Good)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Answers_to_a_name_that_nobody_has_are_those_to_a_wrong_password_down_to_the_pause()
    {
        var clock = new ShiftedClock();
        await using var server = await TestServer.StartAsync(time: clock);
        using var client = server.CreateClient(key: null);
        var hash = await server.Services.GetRequiredService<PasswordHashes>().HashAsync(Good, Stop);
        await server.Services.GetRequiredService<PasswordStore>().SetAsync(new(Owner.Id, "maya", hash), null, clock.GetUtcNow(), Stop);
        var (known, unknown) = (await AnswersAsync("maya"), await AnswersAsync("nobody"));
        unknown.ShouldBe(known);
        known.Select(answer => answer.Status).ShouldBe([401, 401, 401, 401, 401, 429, 429]);
        known[^1].Wait.ShouldBe(60);
        using var browser = new Browser(server);
        (await browser.SignInAsync(new { name = "maya", password = Good })).ShouldBe(HttpStatusCode.NoContent);

        async Task<List<(int Status, string Code, string Detail, double? Wait)>> AnswersAsync(string name)
        {
            List<(int, string, string, double?)> answers = [];
            for (var i = 0; i < 7; i++)
            {
                // The right one does not help once there is a pause.
                using var answer = await client.PostAsJsonAsync("/api/sessions", new { name, password = i == 6 ? Good : $"wrong wrong wrong {i}" }, Stop);
                var body = await answer.JsonAsync();
                answers.Add(((int)answer.StatusCode, body.Text("code"), body.Text("detail"), answer.Headers.RetryAfter?.Delta is { } wait ? Math.Round(wait.TotalSeconds / 60) * 60 : null));
            }

            // Until all is forgotten, of the address too.
            clock.Ahead += TimeSpan.FromHours(25);
            return answers;
        }
    }

    [Fact]
    public async Task Name_that_nobody_has_costs_as_much_work_as_one_that_somebody_has()
    {
        var hasher = new RecordingHasher();
        using var hashes = new PasswordHashes(hasher);
        var hash = await hashes.HashAsync(Good, Stop);
        (await hashes.VerifyAsync(null, Good, Stop)).IsRight.ShouldBeFalse();
        (await hashes.VerifyAsync(hash, Good, Stop)).IsRight.ShouldBeTrue();

        // A hash begins with its format, its function and its rounds.
        var (nobody, somebody) = (Convert.FromBase64String(hasher.Verified[0])[..9], Convert.FromBase64String(hasher.Verified[1])[..9]);
        nobody.ShouldBe(somebody);
    }

    private sealed class RecordingHasher : PasswordHasher<object>
    {
        public List<string> Verified { get; } = [];

        public override PasswordVerificationResult VerifyHashedPassword(object user, string hashedPassword, string providedPassword)
        {
            Verified.Add(hashedPassword);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    [Fact]
    public async Task Weak_old_hash_is_made_anew_at_the_next_sign_in()
    {
        await using var server = await TestServer.StartAsync();
        var store = server.Services.GetRequiredService<PasswordStore>();
        var weak = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(new(), Good);
        await store.SetAsync(new(Owner.Id, "maya", weak), null, DateTimeOffset.UnixEpoch, Stop);
        using var browser = new Browser(server);
        (await browser.SignInAsync(new { name = "maya", password = Good })).ShouldBe(HttpStatusCode.NoContent);
        (await store.OfAsync(Owner.Id, Stop))!.Hash.ShouldNotBe(weak);
        (await browser.SignInAsync(new { name = "maya", password = Good })).ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task<HttpStatusCode> SetAsync(Browser browser, string password, string? name = null, string? current = null)
    {
        using var answer = await browser.Http.PutAsJsonAsync("/api/account/password", new { password, name, current }, Stop);
        return answer.StatusCode;
    }
}
