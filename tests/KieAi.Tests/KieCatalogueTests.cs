namespace KieAi.Tests;

/// <summary>Addresses of the calls that name something in their path, and answers of other shapes than documented.</summary>
public sealed class KieCatalogueTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("veo-3-1", "veo-3-1")]
    [InlineData("bytedance/seedance-1.5-pro", "bytedance/seedance-1.5-pro")]
    [InlineData("a b/c?d#e", "a%20b/c%3Fd%23e")]
    public async Task Slashes_of_a_model_id_stay_and_the_rest_is_escaped(string model, string path)
    {
        var kie = new FakeKie("""{"code":200,"data":{}}""");
        await kie.Client().GetModelPriceAsync(model, Stop);
        kie.Request!.RequestUri!.AbsoluteUri.ShouldBe($"https://api.kie.ai/api/v1/models/{path}/price");
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../chat/credit")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    public async Task Model_id_that_leads_elsewhere_is_refused(string model)
    {
        var kie = new FakeKie("{}");
        await Should.ThrowAsync<ArgumentException>(async () => await kie.Client().GetModelSchemaAsync(model, Stop));
        kie.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task List_without_filters_has_no_query()
    {
        var kie = new FakeKie("""{"code":200,"data":{"total":"2","models":null,"page":1}}""");
        var list = await kie.Client().ListModelsAsync(cancellationToken: Stop);
        kie.Request!.RequestUri!.AbsoluteUri.ShouldBe("https://api.kie.ai/api/v1/models");
        (list.Total, list.Models.Count, list.Unknown!.Count).ShouldBe((2, 0, 1));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("\"no address\"")]
    [InlineData("[\"https://a.example/1\",\"https://a.example/2\"]")]
    public async Task Download_url_that_is_none_is_a_typed_fault(string data) => (await Should.ThrowAsync<KieException>(
        () => new FakeKie($$"""{"code":200,"data":{{data}}}""").Client().GetDownloadUrlAsync(new("https://a.example/1.mp4"), Stop))).Code.ShouldBe(200);

    [Fact]
    public async Task Upload_without_download_url_takes_the_file_url_and_without_both_is_a_fault()
    {
        var file = await new FakeKie("""{"success":true,"code":200,"data":{"fileUrl":"https://a.example/f.png"}}""").Client()
            .UploadFromUrlAsync(new() { FileUrl = "https://b.example/f.png", UploadPath = "x" }, Stop);
        file.DownloadUrl.ShouldBe("https://a.example/f.png");
        await Should.ThrowAsync<KieException>(() => new FakeKie("""{"success":true,"code":200,"data":{"fileName":"f.png"}}""").Client()
            .UploadBase64Async(new() { Base64Data = "AAAA", UploadPath = "x" }, Stop));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("""{"assetId":""}""")]
    [InlineData("\"\\ud800\"")]
    public async Task Asset_without_an_id_has_an_unknown_outcome(string data)
    {
        var fault = await Should.ThrowAsync<KieException>(
            () => new FakeKie($$"""{"code":200,"data":{{data}}}""").Client().CreateAssetAsync(new() { Url = "https://a.example/1.png" }, Stop));
        (fault.Outcome, fault.IsTransient).ShouldBe((KieOutcome.Unknown, false));
    }

    [Fact]
    public async Task Reading_has_the_id_that_was_asked_for_where_the_record_has_none() =>
        (await new FakeKie("""{"code":200,"data":{"state":"waiting"}}""").Client().ReadAsync(KieTaskApi.Jobs, "t9", Stop)).TaskId.ShouldBe("t9");

    [Theory]
    [InlineData("creditsConsumed", "\"12.5\"", "12.5", null)]
    [InlineData("progress", "101", null, null)]
    [InlineData("progress", "\"30\"", null, 30)]
    [InlineData("createTime", "99999999999999999", null, null)]
    public async Task Odd_numbers_never_hide_a_reading(string field, string value, string? credits, int? progress)
    {
        var reading = await new FakeKie($$$"""{"code":200,"data":{"taskId":"t1","state":"generating","{{{field}}}":{{{value}}}}}""").Client()
            .ReadAsync(KieTaskApi.Jobs, "t1", Stop);
        (reading.State, reading.CreditsConsumed?.ToString(System.Globalization.CultureInfo.InvariantCulture), reading.Progress, reading.CreatedAt)
            .ShouldBe((KieTaskState.Generating, credits, progress, null));
    }
}
