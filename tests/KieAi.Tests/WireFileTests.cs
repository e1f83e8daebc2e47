using System.Text.Json.Nodes;

namespace KieAi.Tests;

/// <summary>The client writes the literal requests and reads the literal answers, refusals and callbacks; no code of the server half is involved.</summary>
public sealed class WireFileTests
{
    public static TheoryData<string> Calls => [.. WireFiles.Calls("client").Select(row => row.Word("id"))];

    public static TheoryData<string> Callbacks => [.. WireFiles.Callbacks("client").Select(row => row.Word("id"))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_is_written_and_its_answers_are_read_letter_by_letter(string id)
    {
        var row = WireFiles.Calls("client").Single(row => row.Word("id") == id);
        var answers = row.Named("answers", "answerVariants");
        answers.ShouldNotBeEmpty();
        foreach (var file in answers)
        {
            var kie = new FakeKie(WireFiles.Text(file));
            var read = await WireCalls.ById[id](kie.Client(), Stop);
            Description.Of(read).ShouldBe(Description.Of(WireReadings.ByFile[file]), file);
            ShouldHaveSent(kie, row);
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Refusals_are_told_with_their_code_their_text_and_what_they_left_behind(string id)
    {
        foreach (var file in WireFiles.Calls("client").Single(row => row.Word("id") == id).Named("refusals"))
        {
            var client = new FakeKie(WireFiles.Text(file)).Client();
            if (WireReadings.ByFile.TryGetValue(file, out var expected)) // Only that it is not ready.
            {
                Description.Of(await WireCalls.ById[id](client, Stop)).ShouldBe(Description.Of(expected), file);
                continue;
            }

            var fault = await Should.ThrowAsync<KieException>(() => WireCalls.ById[id](client, Stop), file);
            var refusal = WireFiles.Json(file);
            (fault.Code, fault.Message).ShouldBe((refusal.GetProperty("code").GetInt32(), refusal.GetProperty("msg").GetString()!));
            (fault.Outcome, fault.IsTransient, fault.IsUserFault).ShouldBe(WireRefusals.ByFile[file], file);
        }
    }

    [Theory]
    [MemberData(nameof(Callbacks))]
    public void Callback_is_read_letter_by_letter(string id)
    {
        var bodies = WireFiles.Callbacks("client").Single(row => row.Word("id") == id).Named("bodies", "bodyVariants");
        bodies.ShouldNotBeEmpty();
        foreach (var file in bodies)
        {
            var callback = KieCallback.Read(WireFiles.Json(file)).ShouldNotBeNull(file);
            callback.Raw.GetProperty("code").GetInt32().ShouldBe(callback.Code!.Value);
            Description.Of(callback with { Raw = default, Message = null }).ShouldBe(WireCallbacks.ByFile[file], file);
            callback.Message.ShouldBe(WireFiles.Json(file).GetProperty("msg").GetString());
        }
    }

    private static void ShouldHaveSent(FakeKie kie, System.Text.Json.JsonElement row)
    {
        var sent = kie.Request!;
        sent.Method.Method.ShouldBe(row.Word("method"));
        sent.RequestUri!.GetLeftPart(UriPartial.Path).ShouldBe(
            (row.Word("host") == "upload" ? "https://kieai.redpandaai.co" : "https://api.kie.ai") + row.Word("path"));
        sent.RequestUri.Query.ShouldBe(row.Query());
        sent.Headers.Authorization!.ToString().ShouldBe("Bearer " + FakeKie.Key);
        if (row.Named("request") is not [var file]) kie.Body.ShouldBeNull();
        else if (file.EndsWith(".json", StringComparison.Ordinal)) ShouldBeJson(kie.Body!, WireFiles.Text(file));
        else Parts(kie.Body!, Boundary(sent)).ShouldBe(Parts(WireFiles.Text(file), row.Word("contentType").Split('=')[1]));
    }

    private static void ShouldBeJson(string sent, string expected) =>
        JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(expected)).ShouldBeTrue(sent);

    private static string Boundary(HttpRequestMessage sent) =>
        sent.Content!.Headers.ContentType!.Parameters.Single(parameter => parameter.Name == "boundary").Value!.Trim('"');

    // Names and values of the parts: how a header is quoted, and what the file's own part calls it, is each sender's choice.
    private static IEnumerable<string> Parts(string body, string boundary) =>
        from part in body.Split("--" + boundary)
        let halves = part.Split("\r\n\r\n", 2)
        where halves.Length == 2
        select halves[0].Split("name=")[1].Split(';', '\r')[0].Trim('"') + ": " + halves[1].TrimEnd();
}
