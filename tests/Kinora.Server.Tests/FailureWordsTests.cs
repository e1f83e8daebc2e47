using Kinora.Core.Providers;

namespace Kinora.Server.Tests;

public sealed class FailureWordsTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox in the snow","duration":5}""";

    [Theory]
    [InlineData("en", "out of credits", "top up the account")]
    [InlineData("ru-RU, ru;q=0.9", "закончились кредиты", "пополнить счёт")]
    public async Task Providers_words_come_with_their_meaning_and_a_fix_in_the_callers_language(string language, string meaning, string fix)
    {
        await using var server = await TestServer.StartAsync();
        server.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("402", "Credits insufficient : top up", Retryable: false, ByUser: false);
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        await listener.UntilAsync(told => told.Name == "generation" && told.Data.Text("id") == id && told.Data.Text("status") == "failed");

        var failure = (await client.GetJsonAsync("/api/generations/" + id))["failure"]!;
        (failure.Text("code"), failure.Text("reason"), failure.Text("by")).ShouldBe(("provider_refused", "provider_balance", "kinora"));
        failure.Text("message").ShouldBe("Credits insufficient : top up");
        failure.Text("meaning").ShouldContain(meaning);
        failure.Text("fix").ShouldContain(fix);
    }
}
