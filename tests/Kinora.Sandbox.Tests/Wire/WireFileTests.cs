using System.Text.Json.Nodes;
using Kinora.Testing;

namespace Kinora.Sandbox.Tests.Wire;

/// <summary>A server takes the literal requests and answers in the shape of the literal answers and callbacks: no field more, none less, each of its kind.</summary>
public abstract class WireFileTests
{
    // What the literal answers have and a server need not: the deprecated, and what only some models give, or only what is really rendered.
    private static readonly string[] Optional =
    [
        ".data.fallbackFlag", ".data.progress", ".data.creditsConsumed", ".data.response.originUrls", ".data.response.originUrls[]", ".data.info.originUrls",
        ".data.info.originUrls[]", ".data.info.imageUrls[]",
    ];

    public static TheoryData<string> Calls => [.. WireFiles.Calls("sandbox").Select(row => row.Word("id"))];

    public static TheoryData<string> Callbacks => [.. WireFiles.Callbacks("sandbox").Select(row => row.Word("id"))];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_is_taken_and_answered_in_its_documented_shape(string id)
    {
        Assert.SkipWhen(NotOffered.Contains(id), "This server does not offer it.");
        await using var day = await StartAsync();
        var row = WireFiles.Calls("sandbox").Single(row => row.Word("id") == id);

        var answer = await day.AskAsync(row);

        answer["code"]!.GetValue<int>().ShouldBe(200, answer.ToJsonString());
        ShouldFit(answer, [.. row.Named("answers").Select(Parse)]);
    }

    [Theory]
    [MemberData(nameof(Callbacks))]
    public async Task Callback_is_posted_in_its_documented_shape(string id)
    {
        await using var day = await StartAsync();
        var row = WireFiles.Callbacks("sandbox").Single(row => row.Word("id") == id);
        foreach (var file in row.Named("bodies")) ShouldFit(await day.CallbackAsync(id, file), [Parse(file)]);
    }

    /// <summary>The calls that this server refuses by design.</summary>
    private protected virtual IReadOnlyCollection<string> NotOffered => [];

    private protected abstract Task<WireDay> StartAsync();

    private static JsonNode? Parse(string file) => JsonNode.Parse(WireFiles.Text(file));

    private static void ShouldFit(JsonNode told, JsonNode?[] documented)
    {
        var (shape, first) = (WireShape.Of(told), WireShape.Of(documented[0]));
        WireShape.Of(documented).Strange(shape).ShouldBeEmpty(told.ToJsonString());
        first.Paths.Except(shape.Paths).Except(Optional).ShouldBeEmpty(told.ToJsonString());
    }
}
