using System.Text;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Postgres;

namespace Kinora.Core.Tests.Storage;

public sealed class PostgresNewsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2000)]
    public void News_go_in_messages_that_fit_and_arrive_whole(int accounts)
    {
        var news = new StoreNews();
        news.Add(WorkKind.Dispatch);
        for (var i = 0; i < accounts; i++) news.Add($"Konto \"ä\" {i}", long.MaxValue - i);
        var messages = PostgresNews.Messages("node", news).ToList();
        messages.ShouldAllBe(message => Encoding.UTF8.GetByteCount(message) < 8000);
        var read = messages.Select(message => PostgresNews.Read(message)!).ToList();
        read.SelectMany(message => message.Events).ToDictionary().ShouldBe(news.Events, ignoreOrder: true);
        read.SelectMany(message => message.Work).ShouldBe([WorkKind.Dispatch]);
        read.ShouldAllBe(message => message.From == "node");
    }

    [Fact]
    public void Nothing_to_tell_is_no_message() => PostgresNews.Messages("node", new()).ShouldBeEmpty();

    [Theory]
    [InlineData("a probe")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"from":"node","work":["asleep"],"events":{}}""")]
    public void Words_of_others_are_not_ours(string message) => PostgresNews.Read(message).ShouldBeNull();
}
