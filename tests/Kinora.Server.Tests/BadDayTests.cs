using System.Text.Json.Nodes;
using Kinora.Sandbox;
using Kinora.Testing;

namespace Kinora.Server.Tests;

/// <summary>Each bad day that the sandbox can have, from request to end: the state, the money and the history that it must leave.</summary>
public sealed class BadDayTests(BadDayTests.Days days) : IClassFixture<BadDayTests.Days>
{
    private const string Delivered = "accepted dispatched answered callback collected";
    private const string Healed = "accepted dispatched answer_lost callback poll collected";
    private const string FailedThere = "accepted dispatched answered callback";

    /// <summary>The sandbox makes everything at once, and so its callback may overtake the answer, whose place it takes.</summary>
    private static string[] Told(string history) =>
        [
            history,
            history.Replace("answered callback", "callback poll", StringComparison.Ordinal),
            history.Replace("answer_lost callback", "callback", StringComparison.Ordinal),
            history.Replace("answered output_lost", "callback output_lost", StringComparison.Ordinal),
        ];

    [Theory]
    [InlineData("", Delivered)]
    [InlineData("[[slow:1s]]", Delivered)]
    [InlineData("[[unknown-state]] [[slow:1s]]", Delivered)]
    [InlineData("[[expired-url]]", Delivered)]
    [InlineData("[[no-callback]]", "accepted dispatched answered poll collected")]
    [InlineData("[[double-callback]]", Delivered)]
    [InlineData("[[late-callback:2s]]", Delivered)]
    [InlineData("[[lost-answer]]", Healed)]
    [InlineData("[[truncated]]", Healed)]
    [InlineData("[[html-502]]", Healed)]
    [InlineData("[[lost-answer:read]]", Delivered)]
    [InlineData("[[truncated:read]]", Delivered)]
    [InlineData("[[html-502:read]]", Delivered)]
    [InlineData("[[read:429]]", Delivered)]
    [InlineData("[[read:455]]", Delivered)]
    [InlineData("[[read:500:some text]]", Delivered)]
    [InlineData("[[null-record]]", Delivered)]
    public async Task Trouble_that_passes_ends_as_a_video_that_is_charged_once(string directives, string history)
    {
        var generation = await days.EndOfAsync(directives);
        generation.Text("status").ShouldBe("succeeded", generation.ToJsonString());
        Charge(generation).ShouldBe((0, Days.Price, 0));
        History(generation).ShouldBeOneOf(Told(history));
    }

    [Theory]
    [InlineData("[[fail:501]]", "provider_failed", FailedThere)]
    [InlineData("[[fail:422:some text]]", "provider_failed", FailedThere)]
    [InlineData("[[moderated]]", "moderated", FailedThere)]
    [InlineData("[[refuse:400:some text]]", "provider_refused", "accepted dispatched refused")]
    [InlineData("[[lost-answer]] [[no-callback]]", "outcome_unknown", "accepted dispatched answer_lost outcome_wait_over")]
    [InlineData("[[stuck]]", "deadline", "accepted dispatched answered deadline")]
    [InlineData("[[no-url]]", "output_lost", "accepted dispatched answered output_lost")]
    public async Task Trouble_that_does_not_pass_ends_with_its_reason_and_costs_nothing(string directives, string code, string history)
    {
        var generation = await days.EndOfAsync(directives);
        generation.Text("status").ShouldBe("failed", generation.ToJsonString());
        generation["failure"]!.Text("code").ShouldBe(code);
        Charge(generation).ShouldBe((0, 0, Days.Price));
        History(generation).ShouldBeOneOf(Told(history));
    }

    [Fact]
    public async Task A_provider_that_stays_busy_is_asked_again_for_an_hour_and_then_given_up()
    {
        var generation = await days.EndOfAsync("[[refuse:455]]");
        (generation.Text("status"), generation["failure"]!.Text("code")).ShouldBe(("failed", "provider_unreachable"));
        Charge(generation).ShouldBe((0, 0, Days.Price));
        History(generation).ShouldStartWith("accepted dispatched requeued dispatched requeued");
    }

    [Fact]
    public async Task A_video_that_comes_after_the_deadline_is_delivered_and_charged_after_all()
    {
        var generation = await days.EndOfAsync("[[slow:45m]]");
        generation.Text("status").ShouldBe("succeeded", generation.ToJsonString());
        Charge(generation).ShouldBe((0, Days.Price, Days.Price));
        History(generation).ShouldEndWith("late_success");
    }

    [Fact]
    public async Task What_enlarges_a_video_fails_without_charge_when_the_provider_cannot()
    {
        var child = await days.EndOfAsync(Days.Enlarged);
        (child.Text("status"), child["failure"]!.Text("code")).ShouldBe(("failed", "provider_failed"));
        child["charge"]!.Number("captured").ShouldBe(0);
    }

    [Fact]
    public async Task The_books_agree_when_all_is_over()
    {
        var ends = new List<JsonNode>();
        foreach (var directives in days.Scripts) ends.Add(await days.EndOfAsync(directives));
        var account = await days.GetAsync("/api/account");
        account.Number("held").ShouldBe(0);
        account.Number("balance").ShouldBe(10_000 - days.ParentPrice - ends.Sum(end => end["charge"]!.Number("captured")));
        var books = await days.GetAsync("/api/admin/reconcile");
        books["generationFaults"]!.AsArray().ShouldBeEmpty();
        books["accountFaults"]!.AsArray().ShouldBeEmpty();
    }

    private static (long Held, long Captured, long Released) Charge(JsonNode generation) =>
        (generation["charge"]!.Number("held"), generation["charge"]!.Number("captured"), generation["charge"]!.Number("released"));

    private static string History(JsonNode generation) => string.Join(' ', generation["history"]!.AsArray().Select(line => line!.Text("cause")));

    /// <summary>One server with the sandbox inside and everything asked of it at once, since most of it is waiting; the clock jumps over what would take an hour.</summary>
    public sealed class Days : IAsyncLifetime
    {
        public const long Price = 105;
        public const string Enlarged = "[[no-upgrade]]";
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
        private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
        private readonly JumpingClock _clock = new();
        private readonly Dictionary<string, string> _ids = [];
        private TestServer? _server;
        private HttpClient? _http;
        private static CancellationToken Stop => TestContext.Current.CancellationToken;

        /// <summary>What each generation was asked to suffer.</summary>
        public IEnumerable<string> Scripts => _ids.Keys;

        /// <summary>Of the video that was to be enlarged.</summary>
        public long ParentPrice { get; private set; }

        public async ValueTask InitializeAsync()
        {
            _server = await TestServer.WithSandboxAsync(
                options => options with { OutcomeWait = TimeSpan.FromMinutes(30), SandboxRender = SandboxRender.None }, _clock, _folder);
            _http = _server.CreateClient();
            var parent = await AskAsync(new JsonObject { ["model"] = "veo-3.1-fast", ["prompt"] = "A lighthouse [[no-upgrade]]" });

            // What nobody answers closes the route to the model when it happens three times in a row: others are answered in between.
            var (lost, answered) = (Directives().Where(IsLost).ToList(), Directives().Where(directives => !IsLost(directives)).ToList());
            foreach (var (unheard, heard) in lost.Zip(answered))
            {
                _ids[unheard] = await AskAsync(Form(unheard));
                await UntilAsync(_ids[unheard], IsUnderWay);
                _ids[heard] = await AskAsync(Form(heard));
                await UntilAsync(_ids[heard], generation => IsUnderWay(generation) && generation.Text("status") != "submitting");
            }

            foreach (var directives in answered.Skip(lost.Count)) _ids[directives] = await AskAsync(Form(directives));
            var made = await UntilAsync(parent, generation => generation.Text("status") == "succeeded");
            ParentPrice = made["charge"]!.Number("captured");
            _ids[Enlarged] = await AskAsync(new JsonObject { ["model"] = "veo-3.1-upscale", ["source"] = parent });

            // What ends by itself has time to; then half an hour passes, and another, in which the slow one is done, and another.
            string[] slow = ["[[lost-answer]] [[no-callback]]", "[[stuck]]", "[[slow:45m]]", "[[no-url]]", "[[refuse:455]]"];
            foreach (var (directives, id) in _ids) await UntilAsync(id, generation => slow.Contains(directives) || IsFinal(generation));
            _clock.Jump(TimeSpan.FromMinutes(31));
            foreach (var directives in slow[..4]) await UntilAsync(_ids[directives], IsFinal);
            using (var sandbox = new SandboxControl(_folder)) await sandbox.AdvanceAsync("45m");
            _clock.Jump(TimeSpan.FromMinutes(31));
            await UntilAsync(_ids["[[slow:45m]]"], generation => generation.Text("status") == "succeeded");
            await UntilAsync(_ids["[[refuse:455]]"], IsFinal);
        }

        public async ValueTask DisposeAsync()
        {
            _http?.Dispose();
            if (_server is not null) await _server.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        public Task<JsonNode> EndOfAsync(string directives) => GetAsync("/api/generations/" + _ids[directives]);

        public async Task<JsonNode> GetAsync(string path) => await _http!.GetJsonAsync(path);

        // From the theories themselves, so that neither forgets what the other has.
        private static IEnumerable<string> Directives() => typeof(BadDayTests).GetMethods()
            .SelectMany(test => test.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .Select(row => (string)row.Data[0]!).Concat(["[[refuse:455]]", "[[slow:45m]]"]);

        private static bool IsLost(string directives) =>
            directives.StartsWith("[[lost-answer]]", StringComparison.Ordinal) || directives is "[[truncated]]" or "[[html-502]]";

        private static bool IsUnderWay(JsonNode generation) =>
            IsFinal(generation) || generation["history"]!.AsArray().Any(line => line!.Text("cause") is "answer_lost" or "answered" or "callback");

        private static JsonObject Form(string directives) =>
            new() { ["model"] = "kling-2.6", ["prompt"] = $"A lighthouse {directives}", ["duration"] = 5, ["sound"] = false };

        private async Task<string> AskAsync(JsonObject form) => (await _http!.PostAsync("/api/generate/video", form.ToJsonString())).Body.Text("id");

        private static bool IsFinal(JsonNode generation) => generation.Text("status") is "succeeded" or "failed" or "canceled";

        private async Task<JsonNode> UntilAsync(string id, Func<JsonNode, bool> holds)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            patience.CancelAfter(Patience);
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            while (true)
            {
                var generation = await GetAsync("/api/generations/" + id);
                if (holds(generation)) return generation;
                if (patience.IsCancellationRequested) throw new TimeoutException("It stays like this: " + generation.ToJsonString());
                await timer.WaitForNextTickAsync(Stop);
            }
        }
    }
}
