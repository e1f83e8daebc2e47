using System.Text.Json.Nodes;
using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Core.Providers;
using Kinora.Testing;

namespace Kinora.Core.Tests.Generations;

/// <summary>What a submission says instead of our own ids.</summary>
public sealed class HandOverTests : IAsyncDisposable
{
    private readonly EngineFixture _engine = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Assets_are_uploaded_once_and_exchanged_wherever_they_stand()
    {
        await AddAsync("asset_a", "png", "image/png");
        await AddAsync("asset_b", "mp4", "video/mp4");
        var uploads = new List<string>();
        _engine.Provider.OnUpload = name =>
        {
            uploads.Add(name);
            return new("https://files.example/" + name);
        };
        var wire = """
            {"prompt":"asset_a in the rain","url":"asset_b","urls":["asset_a","asset_c"],
             "shots":[{"image_url":"asset_a","seconds":2},{"nested":{"list":[["asset_b"]]}}],"none":null,"count":3}
            """;
        var accepted = await _engine.AcceptAsync(generation => generation with
        {
            Input = generation.Input with { References = ["asset_a"], SourceVideo = "asset_b" },
            WireInput = JsonNode.Parse(wire)!.AsObject(),
        });

        await _engine.StepAsync(accepted.Id);

        uploads.ShouldBe(["asset_a.png", "asset_b.mp4"], ignoreOrder: true);
        _engine.Provider.Submissions.ShouldHaveSingleItem().Input.ToJsonString().ShouldBe(JsonNode.Parse("""
            {"prompt":"asset_a in the rain","url":"https://files.example/asset_b.mp4","urls":["https://files.example/asset_a.png","asset_c"],
             "shots":[{"image_url":"https://files.example/asset_a.png","seconds":2},{"nested":{"list":[["https://files.example/asset_b.mp4"]]}}],"none":null,"count":3}
            """)!.ToJsonString());
    }

    [Fact]
    public async Task Upload_is_given_again_while_it_lies_at_the_account_and_no_longer()
    {
        await AddAsync("asset_a", "png", "image/png");
        var uploads = Counted();
        _engine.Provider.UploadLife = TimeSpan.FromDays(2);
        for (var i = 0; i < 3; i++) await SubmitAsync("asset_a");
        uploads.Count.ShouldBe(1);
        _engine.Provider.Submissions.ShouldAllBe(asked => asked.Input["url"]!.GetValue<string>() == "https://files.example/asset_a.png-1");

        _engine.Clock.Advance(TimeSpan.FromDays(2));
        await SubmitAsync("asset_a");
        uploads.Count.ShouldBe(2);

        var other = new ScriptedProvider { Account = "other", OnUpload = _engine.Provider.OnUpload };
        _engine.Providers.Replace([other]);
        await SubmitAsync("asset_a");
        uploads.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Old_upload_that_the_provider_cannot_read_is_sent_once_more()
    {
        await AddAsync("asset_a", "png", "image/png");
        var uploads = Counted();
        _engine.Provider.UploadLife = TimeSpan.FromDays(2);
        await SubmitAsync("asset_a");
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("451", "Failed to fetch the image.", Retryable: false, ByUser: true) { MissesInput = true };
        var id = await SubmitAsync("asset_a");
        (await _engine.FindAsync(id)).Status.ShouldBe(GenerationStatus.Queued);
        (await _engine.StepAsync(id)).Failure!.By.ShouldBe(FailureBy.User);
        (uploads.Count, _engine.Provider.Submissions.Count).ShouldBe((2, 3));
    }

    private List<string> Counted()
    {
        var uploads = new List<string>();
        _engine.Provider.OnUpload = name =>
        {
            uploads.Add(name);
            return new($"https://files.example/{name}-{uploads.Count}");
        };
        return uploads;
    }

    private async Task<string> SubmitAsync(string asset)
    {
        var accepted = await _engine.AcceptAsync(generation => generation with
        {
            Input = generation.Input with { References = [asset] }, WireInput = new JsonObject { ["url"] = asset },
        });
        await _engine.StepAsync(accepted.Id);
        return accepted.Id;
    }

    [Fact]
    public async Task Assets_go_along_with_the_submission_where_the_provider_takes_files()
    {
        await AddAsync("asset_a", "png", "image/png");
        _engine.Provider.TakesFiles = true;
        _engine.Provider.OnUpload = _ => throw new InvalidOperationException("Nothing is uploaded.");
        var accepted = await _engine.AcceptAsync(generation => generation with
        {
            Input = generation.Input with { References = ["asset_a"] },
            WireInput = new JsonObject { ["prompt"] = "a kite", ["input_reference"] = "asset_a" },
        });

        await _engine.StepAsync(accepted.Id);

        var submission = _engine.Provider.Submissions.ShouldHaveSingleItem();
        submission.Input["input_reference"]!.GetValue<string>().ShouldBe("asset_a");
        var (id, file) = submission.Files.ShouldHaveSingleItem();
        (id, file.Name, file.ContentType).ShouldBe(("asset_a", "asset_a.png", "image/png"));
        for (var times = 0; times < 2; times++)
        {
            using var content = new StreamReader(await file.OpenAsync(Stop));
            (await content.ReadToEndAsync(Stop)).ShouldBe("asset_a");
        }
    }

    [Fact]
    public async Task A_file_that_is_gone_fails_before_the_provider_is_asked_that_takes_files()
    {
        await AddAsync("asset_a", "png", "image/png");
        _engine.Provider.TakesFiles = true;
        await _engine.Files.DeleteAsync("uploads/acc/asset_a.png", Stop);
        var accepted = await _engine.AcceptAsync(generation => generation with { Input = generation.Input with { References = ["asset_a"] } });

        (await _engine.StepAsync(accepted.Id)).Failure!.Code.ShouldBe(FailureCode.InputGone);
        _engine.Provider.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_waited_for_with_a_reason_and_not_for_ever()
    {
        await AddAsync("asset_a", "png", "image/png");
        var file = Directory.EnumerateFiles(Path.Combine(_engine.Folder, "assets"), "*asset_a*", SearchOption.AllDirectories).Single();
        File.Delete(file);
        File.CreateSymbolicLink(file, file);
        var accepted = await _engine.AcceptAsync(generation => generation with { Input = generation.Input with { References = ["asset_a"] } });

        var waiting = await _engine.StepAsync(accepted.Id);
        waiting.Status.ShouldBe(GenerationStatus.Queued);
        waiting.Waiting.ShouldNotBeNull().Tries.ShouldBe(1);
        waiting.DueAt.ShouldBe(Some.Now.AddSeconds(2));

        _engine.Clock.Advance(TimeSpan.FromHours(1));
        var failed = await _engine.StepAsync(accepted.Id);
        (failed.Failure!.Code, failed.Failure.By).ShouldBe((FailureCode.ProviderUnreachable, FailureBy.Kinora));
        (await _engine.Store.HistoryAsync(accepted.Id, Stop))[^1].Cause.ShouldBe("unreachable");
        await _engine.MoneyShouldBeAsync(balance: 1000, held: 0);
        _engine.Provider.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_that_fails_for_an_hour_is_the_providers_doing()
    {
        await AddAsync("asset_a", "png", "image/png");
        _engine.Provider.OnUpload = _ => throw new ProviderException("away");
        var accepted = await _engine.AcceptAsync(generation => generation with { Input = generation.Input with { References = ["asset_a"] } });
        await _engine.StepAsync(accepted.Id);
        _engine.Clock.Advance(TimeSpan.FromHours(1));
        (await _engine.StepAsync(accepted.Id)).Failure.ShouldBe(new(FailureCode.ProviderUnreachable, "away", FailureBy.Provider));
    }

    [Fact]
    public async Task A_take_that_cannot_be_found_fails_no_generation_that_has_moved_on()
    {
        var accepted = await _engine.AcceptAsync(generation => Continuing(generation, "gen_of_nobody"));
        var moved = accepted.BeginSubmission(Some.Attempt("a"), Some.Now)!;
        await _engine.Store.CommitAsync([moved], Stop);
        await _engine.Dispatcher.TakeAsync(accepted, Stop);
        (await _engine.FindAsync(accepted.Id)).Version.ShouldBe(moved.Generation.Version);
    }

    [Fact]
    public async Task A_take_is_named_by_its_last_task_at_the_provider()
    {
        var take = await MadeAsync("task_7");
        var accepted = await _engine.AcceptAsync(generation => Continuing(generation, take.Id));

        await _engine.StepAsync(accepted.Id);

        _engine.Provider.Submissions.Last().Input["task_id"]!.GetValue<string>().ShouldBe("task_7");
        (await _engine.FindAsync(accepted.Id)).WireInput["task_id"]!.GetValue<string>().ShouldBe(take.Id);
    }

    [Theory]
    [InlineData("gen_of_nobody", null, "kie", "There is no take gen_of_nobody at this provider.")]
    [InlineData("gen_2", "other", "kie", "There is no take gen_2 at this provider.")]
    [InlineData("gen_3", "acc", "elsewhere", "There is no take gen_3 at this provider.")]
    [InlineData("gen_4", "acc", "kie", "The take gen_4 was never made.")]
    public async Task A_take_that_the_provider_cannot_have_fails_at_once_and_is_never_submitted(string source, string? accountId, string provider, string reason)
    {
        if (accountId is not null) await AddAsync(source, accountId, provider, taskId: source == "gen_4" ? null : "task_9");
        var accepted = await _engine.AcceptAsync(generation => Continuing(generation, source));

        var failed = await _engine.StepAsync(accepted.Id);

        failed.Failure.ShouldBe(new(FailureCode.InputGone, reason, FailureBy.User));
        (await _engine.Store.HistoryAsync(accepted.Id, Stop)).Select(entry => entry.Cause).ShouldBe(["accepted", "input_gone"]);
        _engine.Provider.Submissions.ShouldBeEmpty();
        (await _engine.Accounts.FindAsync("acc", Stop))!.Held.ShouldBe(accountId == "acc" ? 100 : 0);
    }

    private static Generation Continuing(Generation generation, string source) => generation with
    {
        Input = generation.Input with { Source = source },
        WireInput = new JsonObject { ["prompt"] = "and then", ["task_id"] = source },
    };

    private async Task<Generation> MadeAsync(string taskId)
    {
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Accepted(taskId);
        var made = await _engine.StepAsync((await _engine.AcceptAsync()).Id);
        _engine.Provider.OnSubmit = _ => new SubmissionOutcome.Accepted("task_8");
        return made;
    }

    private async Task AddAsync(string id, string accountId, string provider, string? taskId)
    {
        await FundAsync(accountId);
        var take = Some.Generation(accountId, id: id) with { Attempt = Some.Attempt("a") with { Account = provider, ProviderTaskId = taskId } };
        (await _engine.Store.CommitAsync([take.Accept(null)], Stop))[0].Outcome.ShouldBe(CommitOutcome.Applied);
    }

    private async Task AddAsync(string id, string extension, string contentType)
    {
        await FundAsync("acc");
        var path = _engine.Files.TemporaryPath("made");
        await File.WriteAllTextAsync(path, id, Stop);
        var asset = new Asset(id, "acc", $"uploads/acc/{id}.{extension}", new MediaFacts(contentType, 1, 1, 0, 0, "x", null), 7, id, Some.Now);
        await _engine.Files.ImportAsync(asset.Key, path, Stop);
        await _engine.Loose.ExpectAsync([asset.Key], TimeSpan.FromHours(1), Stop);
        await _engine.Index.AddAsync(asset, Stop);
    }

    private Task FundAsync(string accountId) => _engine.Accounts.CreateAsync(
        new(accountId, "Account", AccountRole.User, 0, 0), LedgerEntry.Grant(accountId, 1000, Some.Now, "first"), Stop);

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
