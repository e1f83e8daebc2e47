using System.Net;

namespace Kinora.Client.Tests;

public sealed class KinoraClientTests
{
    private const string Generation = """
        {"id":"gen_1","status":"queued","model":{"id":"kling-2.6","name":"Kling 2.6","variant":"kling-2.6/text-to-video","typicalSeconds":60,"gradient":[]},
         "mode":"text-to-video","input":{"model":"kling-2.6"},"quote":{"credits":105,"usd":0.525,"exact":true,"lines":[]},
         "charge":{"held":105,"captured":0,"released":0},"attempts":0,"createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z","aFieldOfTomorrow":1}
        """;

    private const string Endpoint = """{"id":"we_1","url":"https://example.com/","events":["generation.failed"],"enabled":true,"createdAt":"2026-01-01T00:00:00Z"}""";

    private const string WebhookDelivery =
        """{"id":"evt_1","type":"webhook.test","url":"https://example.com/","state":"taken","createdAt":"2026-01-01T00:00:00Z","tries":1,"payload":{"type":"webhook.test","timestamp":"2026-01-01T00:00:00Z","data":{}}}""";

    private const string Model = """
        {"id":"toy","name":"Toy","vendor":"Nobody","family":"toy","summary":"A toy.","bestFor":"play","gradient":[],"categories":["fast"],"order":1,"hidden":false,
         "aliases":[],"sound":"kept","typicalSeconds":5,"available":true,"health":{"status":"works","takes":3},"fromCredits":1,
         "modes":[{"mode":"motion-control","variant":"toy/v1","tier":"pro","seconds":2.5,
           "controls":[{"role":"parameters.shots","type":"list","required":false,"items":[{"role":"text","type":"text","required":true}]}],
           "rules":[{"when":{"resolution":["720p","1080p"],"lastFrame":null,"firstFrame":{"given":true}},"sum":{"references.count":1,"duration":0.5},"atMost":"duration","reason":"so"}],
           "prices":[{"when":{"sound":true,"seed":null},"credits":1.5,"per":"second","base":5,"every":3,"of":["motionVideo.seconds"],"over":"parameters.fps",
             "extra":{"credits":2,"of":"references.count","above":1}}]}]}
        """;

    private const string Asset =
        """{"id":"asset_1","kind":"image","contentType":"image/png","bytes":1,"width":1,"height":1,"hasAudio":false,"url":"/","sha256":"0","createdAt":"2026-01-01T00:00:00Z","usedAt":"2026-01-01T00:00:00Z"}""";

    private const string Account = """
        {"id":"r","provider":"replicate","source":"entered","baseUrl":"https://r.example","keys":[],"weight":1,"lowBalance":0,"hasWebhookSecret":false,
         "enabled":true,"locked":false,"state":"good","running":0,"spentUsd":0}
        """;

    private const string Group = """
        {"id":"grp_1","kind":"batch","name":"n","createdAt":"2026-01-01T00:00:00Z","version":1,
         "progress":{"draft":1,"queued":0,"submitting":0,"running":0,"collecting":0,"succeeded":0,"failed":0,"canceled":0},"credits":{"estimated":5,"held":0,"captured":0},
         "items":[{"id":"i1","request":{"model":"m"},"continues":false,"status":"draft","takes":[]}]}
        """;

    private const string Film = """
        {"id":"join_1","status":"queued","progress":0,"clips":[{"generation":"gen_1","output":0,"from":0,"to":2.5}],"keepSound":true,"transition":"cut",
         "width":64,"height":36,"durationSeconds":2.5,"createdAt":"2026-01-01T00:00:00Z"}
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_is_sent_without_what_was_not_said()
    {
        using var server = new FakeServer(HttpStatusCode.Accepted, Generation);
        var request = new GenerateVideoRequest { Model = "kling-2.6", Prompt = "A red fox", Duration = 5, Sound = false };
        var generation = await server.Client.GenerateAsync(request, "take-1", Stop);
        server.Asked!.Method.ShouldBe(HttpMethod.Post);
        server.Asked.RequestUri!.AbsolutePath.ShouldBe("/api/generate/video");
        server.Asked.Headers.GetValues("Idempotency-Key").ShouldBe(["take-1"]);
        server.AskedBody.ShouldBe("""{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""");
        generation.Id.ShouldBe("gen_1");
        generation.Outputs.ShouldBeEmpty();
        generation.Failure.ShouldBeNull();
    }

    public static TheoryData<string, string, string, Func<KinoraClient, Task>> Calls => new()
    {
        { "GET", "/api/generations/gen_1", Generation, c => c.GetAsync("gen_1", Stop) },
        { "POST", "/api/generations/gen_1/again", Generation, c => c.AgainAsync("gen_1", null, Stop) },
        { "POST", "/api/generations/gen_1/remix", Generation, c => c.RemixAsync("gen_1", new() { ["prompt"] = "x" }, "k", Stop) },
        { "POST", "/api/generations/gen_1/extend", Generation, c => c.ExtendAsync("gen_1", new() { ["prompt"] = "x" }, "k", Stop) },
        { "POST", "/api/generations/gen_1/upscale", Generation, c => c.UpscaleAsync("gen_1", "4k", "k", Stop) },
        { "POST", "/api/generations/gen_1/cancel", Generation, c => c.CancelAsync("gen_1", Stop) },
        { "POST", "/api/generations/gen_1/sync", $$"""{"asked":true,"message":"m","generation":{{Generation}}}""", c => c.SyncAsync("gen_1", Stop) },
        { "POST", "/api/kie/sync-manual", $$"""{"asked":true,"message":"m","generation":{{Generation}}}""", c => c.SyncTaskAsync("task_1", Stop) },
        { "POST", "/api/joins", Film, c => c.JoinAsync(new() { Clips = [new("gen_1", To: 2.5), new("gen_2")], Music = "asset_1" }, "key", Stop) },
        { "GET", "/api/joins?cursor=join_9&limit=5", $$"""{"items":[{{Film}}],"next":"join_1"}""", c => c.JoinsAsync("join_9", 5, Stop) },
        { "GET", "/api/joins/join_1", Film, c => c.GetJoinAsync("join_1", Stop) },
        { "GET", "/api/joins/join_1/content?variant=poster", "", c => c.OpenJoinContentAsync("join_1", "poster", Stop) },
        { "DELETE", "/api/joins/join_1", "", c => c.DeleteJoinAsync("join_1", Stop) },
        { "GET", "/api/generations/gen_1/events?after=5", "", async c => await c.EventsAsync("gen_1", 5, Stop).GetAsyncEnumerator(Stop).MoveNextAsync() },
        { "POST", "/api/generate/batch", """{"items":[],"credits":0}""", c => c.GenerateBatchAsync(new GenerateBatchRequest([new() { Model = "m" }], 9), "key", Stop) },
        { "GET", "/api/generations?cursor=gen_9&limit=5&status=failed", """{"items":[]}""", c => c.ListAsync("gen_9", 5, new() { Status = "failed" }, Stop) },
        {
            "GET", "/api/generations?model=m&mode=text-to-video&q=a%20b&favorite=true&tag=sea&collection=col_1&from=2026-01-31T00%3A00%3A00.0000000%2B00%3A00&deleted=true&sort=oldest",
            """{"items":[]}""",
            c => c.ListAsync(
                filter: new()
                {
                    Model = "m", Mode = "text-to-video", Words = "a b", Favorite = true, Tag = "sea", Collection = "col_1",
                    From = new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero), Deleted = true, Sort = "oldest",
                },
                cancellationToken: Stop)
        },
        { "PATCH", "/api/generations/gen_1", Generation, c => c.MarkAsync("gen_1", new() { Favorite = true, Tags = ["a"] }, Stop) },
        { "DELETE", "/api/generations/gen_1", Generation, c => c.DeleteAsync("gen_1", Stop) },
        { "POST", "/api/generations/gen_1/restore", Generation, c => c.RestoreAsync("gen_1", Stop) },
        { "PUT", "/api/generations/gen_1/share", Generation, c => c.ShareAsync("gen_1", Stop) },
        { "PUT", "/api/generations/gen_1/share", Generation, c => c.ShareAsync("gen_1", new() { AllowDownload = false }, Stop) },
        { "DELETE", "/api/generations/gen_1/share", Generation, c => c.EndShareAsync("gen_1", Stop) },
        { "GET", "/api/shared/t", """{"model":"M","mode":"text-to-video","allowDownload":true,"createdAt":"2026-01-01T00:00:00Z","outputs":[]}""", c => c.SharedAsync("t", Stop) },
        { "GET", "/api/preferences", """{"theme":"dark"}""", c => c.PreferencesAsync(Stop) },
        { "PUT", "/api/preferences", "{}", c => c.SavePreferencesAsync([], Stop) },
        { "GET", "/api/prompts?q=fox&limit=5", """{"items":[{"prompt":"A fox","model":"m","at":"2026-01-01T00:00:00Z"}]}""", c => c.PromptsAsync("fox", 5, Stop) },
        { "POST", "/api/prompts/enhance", """{"prompt":"A red fox"}""", c => c.EnhancePromptAsync(new("fox", "m", "text-to-video"), Stop) },
        { "GET", "/api/account/usage", """{"items":[{"day":"2026-01-01","model":"m","count":1,"credits":5}],"credits":5,"returned":2}""", c => c.UsageAsync(cancellationToken: Stop) },
        { "GET", "/api/downloads?ids=gen_1%2Cgen_2", "", c => c.OpenZipAsync(["gen_1", "gen_2"], Stop) },
        { "GET", "/api/tags", """{"items":[{"tag":"a","count":1}]}""", c => c.TagsAsync(Stop) },
        { "GET", "/api/collections", """{"items":[]}""", c => c.CollectionsAsync(Stop) },
        { "POST", "/api/collections", """{"id":"col_1","name":"n","createdAt":"2026-01-01T00:00:00Z","count":0}""", c => c.AddCollectionAsync("n", Stop) },
        { "PUT", "/api/collections/col_1", "", c => c.RenameCollectionAsync("col_1", "n", Stop) },
        { "PUT", "/api/collections/col_1", "", c => c.ChangeCollectionAsync("col_1", new("n", "For the coast"), Stop) },
        { "DELETE", "/api/collections/col_1", "", c => c.DeleteCollectionAsync("col_1", Stop) },
        { "PUT", "/api/collections/col_1/generations/gen_1", "", c => c.CollectAsync("col_1", "gen_1", Stop) },
        { "PUT", "/api/collections/col_1/generations/gen_1?before=gen_2", "", c => c.CollectBeforeAsync("col_1", "gen_1", "gen_2", Stop) },
        { "PUT", "/api/collections/col_1/generations/gen_1?after=gen_2", "", c => c.CollectAfterAsync("col_1", "gen_1", "gen_2", Stop) },
        { "DELETE", "/api/collections/col_1/generations/gen_1", "", c => c.UncollectAsync("col_1", "gen_1", Stop) },
        { "GET", "/api/generations", """{"items":[]}""", c => c.ListAsync(cancellationToken: Stop) },
        { "GET", "/api/generations?group=grp_1", """{"items":[]}""", c => c.ListAsync(filter: new() { Group = "grp_1" }, cancellationToken: Stop) },
        { "GET", "/api/groups?kind=batch&limit=5", """{"items":[]}""", c => c.GroupsAsync("batch", null, 5, Stop) },
        { "GET", "/api/groups/grp_1", Group, c => c.GroupAsync("grp_1", Stop) },
        { "POST", "/api/groups", Group, c => c.AddGroupAsync(new() { Kind = "batch", Name = "n", Items = [new() { Request = new() { Model = "m" } }] }, Stop) },
        { "PATCH", "/api/groups/grp_1", Group, c => c.ChangeGroupAsync("grp_1", new() { Version = 1, Name = "m" }, Stop) },
        { "DELETE", "/api/groups/grp_1", "", c => c.DeleteGroupAsync("grp_1", Stop) },
        { "POST", "/api/groups/grp_1/generate", """{"items":[],"credits":0,"waiting":["i2"]}""", c => c.GenerateGroupAsync("grp_1", new(["i1"], 9), "key", Stop) },
        { "POST", "/api/quotes/batch", """{"items":[{"errors":[]}],"credits":0,"exact":true,"available":0,"lacking":0}""", c => c.QuoteBatchAsync(new([new() { Model = "m" }]), Stop) },
        { "GET", "/api/generations/a%2Fb", Generation, c => c.GetAsync("a/b", Stop) },
        { "GET", "/api/generations/gen_1/content?variant=poster&index=0", "", c => c.OpenContentAsync("gen_1", "poster", 0, Stop) },
        { "POST", "/api/quotes", """{"credits":1,"usd":0.005,"exact":true,"lines":[]}""", c => c.QuoteAsync(new() { Model = "m" }, Stop) },
        { "GET", "/api/models", """{"items":[]}""", c => c.ModelsAsync(cancellationToken: Stop) },
        {
            "GET", "/api/models?mode=image-to-video&vendor=Black%20%26%20White&sound=false&resolution=1080p&ratio=9%3A16&category=fast&maxCredits=100&q=a%20b&lang=ru",
            """{"items":[]}""",
            c => c.ModelsAsync(
                new()
                {
                    Mode = "image-to-video", Vendor = "Black & White", Sound = false, Resolution = "1080p", Ratio = "9:16", Category = "fast", MaxCredits = 100, Words = "a b",
                },
                "ru", Stop)
        },
        { "GET", "/api/models/kling-2.6%2Ftext-to-video?lang=en", Model, c => c.ModelAsync("kling-2.6/text-to-video", "en", Stop) },
        { "GET", "/api/models/kling-2.6/schema", """{"type":"object"}""", c => c.ModelSchemaAsync("kling-2.6", Stop) },
        { "GET", "/api/account", """{"id":"a","name":"A","role":"user","balance":1,"held":0,"available":1,"provider":"kie","features":{"enhance":true},"limits":{"atProviders":0,"today":0}}""", c => c.AccountAsync(Stop) },
        { "GET", "/api/account/keys", """{"items":[]}""", c => c.KeysAsync(Stop) },
        { "POST", "/api/account/keys", """{"id":"key_1","name":"Laptop","createdAt":"2026-01-01T00:00:00Z","removable":true,"scope":"generate","key":"kin_1"}""", c => c.AddKeyAsync("Laptop", Stop) },
        { "DELETE", "/api/account/keys/key_1", "", c => c.DeleteKeyAsync("key_1", Stop) },
        { "GET", "/api/sign-in", """{"ways":["password"]}""", c => c.SignInWaysAsync(Stop) },
        { "GET", "/api/account/sign-in", """{"needsPassword":true,"identities":[]}""", c => c.AccountSignInAsync(Stop) },
        { "PUT", "/api/account/password", "", c => c.SetPasswordAsync(new("nine quiet rivers", "maya"), Stop) },
        { "GET", "/api/account/sessions", """{"items":[]}""", c => c.SessionsAsync(Stop) },
        { "DELETE", "/api/account/sessions/ses_1", "", c => c.EndSessionAsync("ses_1", Stop) },
        { "DELETE", "/api/account/sessions", "", c => c.EndOtherSessionsAsync(Stop) },
        { "DELETE", "/api/account/identities/idn_1", "", c => c.UnlinkIdentityAsync("idn_1", Stop) },
        { "POST", "/api/admin/accounts/a/sign-in-link", """{"url":"https://x/","expiresAt":"2026-01-01T00:00:00Z"}""", c => c.AddSignInLinkAsync("a", Stop) },
        { "GET", "/api/webhooks/endpoints", """{"items":[]}""", c => c.WebhookEndpointsAsync(Stop) },
        { "GET", "/api/webhooks/endpoints/we_1", Endpoint, c => c.WebhookEndpointAsync("we_1", Stop) },
        { "POST", "/api/webhooks/endpoints", Endpoint, c => c.AddWebhookEndpointAsync(new() { Url = "https://example.com/" }, Stop) },
        { "PATCH", "/api/webhooks/endpoints/we_1", Endpoint, c => c.ChangeWebhookEndpointAsync("we_1", new() { Enabled = false }, Stop) },
        { "DELETE", "/api/webhooks/endpoints/we_1", "", c => c.DeleteWebhookEndpointAsync("we_1", Stop) },
        { "POST", "/api/webhooks/endpoints/we_1/rotate", """{"secret":"whsec_1"}""", c => c.RotateWebhookEndpointAsync("we_1", Stop) },
        { "POST", "/api/webhooks/endpoints/we_1/test", WebhookDelivery, c => c.TestWebhookEndpointAsync("we_1", Stop) },
        {
            "POST", "/api/webhooks/endpoints/we_1/replay", """{"count":3}""",
            c => c.ReplayWebhookEndpointAsync("we_1", new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)), Stop)
        },
        { "GET", "/api/webhooks/secret", """{"secret":"whsec_1"}""", c => c.WebhookSecretAsync(Stop) },
        { "POST", "/api/webhooks/secret/rotate", """{"secret":"whsec_1"}""", c => c.RotateWebhookSecretAsync(Stop) },
        {
            "GET", "/api/webhooks/deliveries?endpoint=we_1&event=generation.failed&state=waiting&cursor=evt_1&limit=5", """{"items":[]}""",
            c => c.WebhookDeliveriesAsync("we_1", "generation.failed", "waiting", "evt_1", 5, Stop)
        },
        { "GET", "/api/webhooks/deliveries/evt_1", WebhookDelivery, c => c.WebhookDeliveryAsync("evt_1", Stop) },
        { "POST", "/api/webhooks/deliveries/evt_1/replay", "", c => c.ReplayWebhookDeliveryAsync("evt_1", Stop) },
        { "GET", "/api/account/ledger?limit=1", """{"items":[]}""", c => c.LedgerAsync(null, 1, Stop) },
        { "GET", "/api/admin/accounts?cursor=a&limit=5", """{"items":[{"id":"b","name":"B","role":"user","balance":1,"held":0,"available":1,"active":true,"limits":{"atProviders":0,"today":0}}]}""", c => c.AccountsAsync("a", 5, Stop) },
        {
            "POST", "/api/admin/accounts", """{"id":"b","name":"B","role":"user","balance":1,"held":0,"available":1,"active":true,"limits":{"atProviders":0,"today":0},"key":"kin_1"}""",
            c => c.AddAccountAsync(new("B", "user", 1), Stop)
        },
        { "GET", "/api/admin/accounts/b", """{"id":"b","name":"B","role":"user","balance":1,"held":0,"available":1,"active":true,"limits":{"atProviders":0,"today":0}}""", c => c.AccountAsync("b", Stop) },
        {
            "GET", "/api/admin/deliveries?state=waiting&limit=5",
            """{"items":[{"id":"evt_1","generationId":"gen_1","number":3,"surface":"kie/jobs","url":"https://example.com/","createdAt":"2026-01-01T00:00:00Z","tries":0}]}""",
            c => c.DeliveriesAsync(true, null, 5, Stop)
        },
        { "POST", "/api/admin/deliveries/gen_1/3/retry", "", c => c.RetryDeliveryAsync("gen_1", 3, Stop) },
        {
            "GET", "/api/admin/response-times",
            """{"since":"2026-01-01T00:00:00Z","items":[{"endpoint":"GET /api/account","calls":1,"failures":0,"p50Ms":1,"p95Ms":1,"p99Ms":1,"slowestMs":1}]}""",
            c => c.ResponseTimesAsync(Stop)
        },
        {
            "GET", "/api/admin/stuck?minutes=5",
            """{"items":[{"generationId":"gen_1","accountId":"a","model":"m","status":"queued","acceptedAt":"2026-01-01T00:00:00Z","changedAt":"2026-01-01T00:00:00Z","tries":0}]}""",
            c => c.StuckAsync(5, cancellationToken: Stop)
        },
        {
            "GET", "/api/admin/prices",
            """
            {"losses":0,"guesses":0,"items":[{"model":"m","variant":"v","mode":"text-to-video","cases":1,"when":"","credits":1,"usd":0.005,"upstreamCredits":1,
             "upstreamUsd":0.005,"marginUsd":0,"isGuess":false}]}
            """,
            c => c.PricesAsync(Stop)
        },
        { "GET", "/api/admin/accounts/a/grants?limit=5", """{"items":[]}""", c => c.GrantsAsync("a", limit: 5, cancellationToken: Stop) },
        {
            "POST", "/api/admin/accounts/a/grants", """{"kind":"grant","balanceChange":5,"heldChange":0,"at":"2026-01-01T00:00:00Z"}""",
            c => c.GrantAsync("a", new(5, "October"), Stop)
        },
        {
            "POST", "/api/admin/accounts/a/adjustments", """{"kind":"adjust","balanceChange":-5,"heldChange":0,"at":"2026-01-01T00:00:00Z"}""",
            c => c.AdjustAsync("a", new(-5, "October"), Stop)
        },
        {
            "GET", "/api/admin/reconcile?from=2026-01-01T00%3A00%3A00.0000000%2B00%3A00&limit=5",
            """{"from":"2026-01-01T00:00:00Z","to":"2026-01-01T00:00:00Z","totals":{"generations":0,"succeeded":0,"mismatches":0,"unknown":0,"upstreamCredits":0,"expectedUpstreamCredits":0,"captured":0,"marginUsd":0},"items":[],"accountFaults":[],"generationFaults":[]}""",
            c => c.ReconcileAsync(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), limit: 5, cancellationToken: Stop)
        },
        { "GET", "/api/admin/callbacks?generation=gen_1&limit=2", """{"items":[]}""", c => c.CallbacksAsync("gen_1", null, 2, Stop) },
        { "GET", "/api/admin/providers", """{"items":[]}""", c => c.ProviderAccountsAsync(Stop) },
        { "PUT", "/api/admin/providers/r", Account, c => c.PutProviderAccountAsync("r", new() { Provider = "replicate", Keys = ["k"] }, Stop) },
        { "POST", "/api/admin/providers/r/check", Account, c => c.CheckProviderAccountAsync("r", Stop) },
        { "DELETE", "/api/admin/providers/r?force=true", "", c => c.DeleteProviderAccountAsync("r", force: true, Stop) },
        { "POST", "/api/admin/diagnostics", """{"state":"running","startedAt":"2026-01-01T00:00:00Z","done":0,"total":0}""", c => c.RunDiagnosticsAsync(Stop) },
        { "GET", "/api/admin/diagnostics", "{}", c => c.DiagnosticsAsync(Stop) },
        { "POST", "/api/assets", Asset, c => c.UploadAsync(new MemoryStream([1]), "image/png", Stop) },
        { "POST", "/api/assets", Asset, c => c.AddAssetAsync(new() { Generation = "gen_1", At = 1.5 }, Stop) },
        { "GET", "/api/assets?cursor=asset_2&limit=5&kind=image", """{"items":[]}""", c => c.AssetsAsync("asset_2", 5, "image", Stop) },
        { "GET", "/api/assets/asset_1", Asset, c => c.AssetAsync("asset_1", Stop) },
        { "POST", "/api/assets/asset_1/trim", Asset, c => c.TrimAssetAsync("asset_1", 1.2, 7.2, Stop) },
        { "DELETE", "/api/assets/asset_1", "", c => c.DeleteAssetAsync("asset_1", Stop) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_goes_where_the_contract_says(string method, string path, string answer, Func<KinoraClient, Task> call)
    {
        using var server = new FakeServer(HttpStatusCode.OK, answer);
        await call(server.Client);
        server.Asked!.Method.Method.ShouldBe(method);
        server.Asked.RequestUri!.PathAndQuery.ShouldBe(path);
    }

    [Fact]
    public async Task Model_is_read_with_its_rules_and_prices()
    {
        using var server = new FakeServer(HttpStatusCode.OK, Model);
        var mode = (await server.Client.ModelAsync("toy", cancellationToken: Stop)).Modes.Single();
        (mode.Tier, mode.Seconds).ShouldBe(("pro", 2.5m));
        mode.Controls.Single().Items!.Single().Role.ShouldBe("text");
        var rule = mode.Rules.Single();
        rule.When.Keys.ShouldBe(["resolution", "lastFrame", "firstFrame"]);
        rule.When["lastFrame"].ShouldBeNull();
        rule.When["firstFrame"]!["given"]!.GetValue<bool>().ShouldBeTrue();
        (rule.Sum!["duration"], rule.AtMost!.GetValue<string>()).ShouldBe((0.5m, "duration"));
        var price = mode.Prices.Single();
        price.When["seed"].ShouldBeNull();
        (price.Credits, price.Per, price.Base, price.Every, price.Of![0], price.Over).ShouldBe((1.5m, "second", 5m, 3, "motionVideo.seconds", "parameters.fps"));
        price.Extra.ShouldBe(new ModelPriceExtra(2, "references.count", 1));
    }

    [Fact]
    public async Task Refusal_carries_the_servers_problem()
    {
        using var server = new FakeServer(
            HttpStatusCode.PaymentRequired, """{"code":"insufficient_credits","status":402,"detail":"It costs too much.","needed":105,"available":3}""", "application/problem+json");
        var refused = await Should.ThrowAsync<KinoraException>(() => server.Client.GenerateAsync(new() { Model = "kling-2.6" }, cancellationToken: Stop));
        refused.Status.ShouldBe(HttpStatusCode.PaymentRequired);
        refused.Problem.Needed.ShouldBe(105);
        refused.Message.ShouldBe("402 insufficient_credits: It costs too much.");
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>", "text/html")]
    [InlineData("{", "application/problem+json")]
    [InlineData("""{"title":"foreign"}""", "application/problem+json")]
    public async Task Answer_of_something_in_between_is_still_told(string body, string contentType)
    {
        using var server = new FakeServer(HttpStatusCode.BadGateway, body, contentType);
        var refused = await Should.ThrowAsync<KinoraException>(() => server.Client.AccountAsync(Stop));
        refused.Problem.Code.ShouldBe("http_502");
    }

    [Fact]
    public async Task Events_are_read_with_their_numbers_and_unknown_kinds_are_passed_over()
    {
        var stream = $"retry: 2000\n\nid: 7\nevent: generation\ndata: {Generation.ReplaceLineEndings("")}\n\n: keep-alive\n\nid: 8\nevent: weather\ndata: sunny\n\n" +
            "id: 8\nevent: account\ndata: {\"id\":\"a\",\"name\":\"A\",\"role\":\"user\",\"balance\":1,\"held\":0,\"available\":1,\"provider\":\"kie\",\"features\":{\"enhance\":false},\"limits\":{\"atProviders\":0,\"today\":0}}\n\n";
        using var server = new FakeServer(HttpStatusCode.OK, stream, "text/event-stream");
        var events = await server.Client.EventsAsync(6, Stop).ToListAsync(Stop);
        server.Asked!.RequestUri!.PathAndQuery.ShouldBe("/api/events?after=6");
        events.Select(e => e.Number).ShouldBe([7L, 8L]);
        events[0].Generation!.Id.ShouldBe("gen_1");
        events[1].Account!.Available.ShouldBe(1);
    }
}
