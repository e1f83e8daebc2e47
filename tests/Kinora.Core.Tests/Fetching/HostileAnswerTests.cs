using System.IO.Compression;
using System.Text;
using Kinora.Core.Fetching;
using Kinora.Testing;

namespace Kinora.Core.Tests.Fetching;

/// <summary>Hosts that are allowed, and answer what would hold up or flood a trusting client.</summary>
public sealed class HostileAnswerTests
{
    private const int Most = 100_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What it is, the answer, what is sent after it over and over, and how the fetch ends.</summary>
    public static TheoryData<string, string, string, string> Answers => new()
    {
        { "no HTTP at all", "SSH-2.0-OpenSSH_9.6\r\n", "", "Unreachable" },
        { "no status line", "<html>HTTP/0.9 lives</html>", "", "Unreachable" },
        { "nothing", "", "", "Unreachable" },
        { "a head that breaks off", "HTTP/1.1 200 OK\r\nContent-Le", "", "Unreachable" },
        { "headers without end", "HTTP/1.1 200 OK\r\n", "X-More: of the same\r\n", "Unreachable" },
        { "one header without end", "HTTP/1.1 200 OK\r\nX-Long: ", "xxxxxxxxxxxxxxxxxxxxxxxx", "Unreachable" },
        { "a status line without end", "HTTP/1.1 200 ", "OKOKOKOKOKOKOKOKOKOKOKOK", "Unreachable" },
        { "a body without end", "HTTP/1.1 200 OK\r\n\r\n", "xxxxxxxxxxxxxxxxxxxxxxxx", "TooLarge" },
        { "chunks without end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "8\r\nxxxxxxxx\r\n", "TooLarge" },
        { "a length beyond the limit", "HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n", "x", "TooLarge" },
        { "a length beyond all numbers", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", "xxxxxxxxxxxxxxxx", "TooLarge" },
        { "a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "xxxxxxxxxxxxxxxx", "TooLarge" },
        { "a body shorter than announced", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nfour", "", "Unreachable" },
        { "a chunk of no size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n", "", "Unreachable" },
        { "a chunk beyond all sizes", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nxx\r\n", "", "Unreachable" },
        { "chunks that break off", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n", "", "Unreachable" },
        { "a part that nobody asked for", "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 5-8/9\r\nContent-Length: 4\r\n\r\nfour", "", "BadStatus" },
        { "not modified", "HTTP/1.1 304 Not Modified\r\n\r\n", "", "BadStatus" },
        { "a redirect to itself", "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "", "Unreachable" },
        { "a redirect to nowhere", "HTTP/1.1 302 Found\r\nLocation: https://\r\nContent-Length: 0\r\n\r\n", "", "BadStatus" },
        { "a redirect of a megabyte", "HTTP/1.1 302 Found\r\nLocation: /", "aaaaaaaaaaaaaaaaaaaaaaaa", "Unreachable" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_that_is_none_ends_the_fetch_within_its_bounds(string what, string answer, string over, string failure)
    {
        await using var site = await RawSite.StartAsync(answer, over);
        using var http = new GuardedHttp(FetchOptions.Parse("127.0.0.1"), TimeProvider.System);
        using var destination = new MemoryStream();

        var failed = await Should.ThrowAsync<FetchException>(() => http.FetchAsync(Request(site.Address), destination, Stop), what);

        failed.Failure.ToString().ShouldBe(failure, what);
        destination.Length.ShouldBeLessThanOrEqualTo(Most, what);
        site.Requests.ShouldBeLessThanOrEqualTo(GuardedHttp.MaxRedirects + 1, what);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("a head in drops", "HTTP/1.1 200 OK\r\nX-Drop: 1\r\n")]
    [InlineData("a body in drops", "HTTP/1.1 200 OK\r\n\r\nx")]
    [InlineData("an announced body in drops", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nx")]
    [InlineData("interim answers only", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n")]
    public async Task Host_that_lets_wait_is_left_when_the_time_is_up(string what, string answer)
    {
        await using var site = await RawSite.StartAsync(answer, waits: true);
        var clock = new FakeClock();
        using var http = new GuardedHttp(FetchOptions.Parse("127.0.0.1"), clock);

        var fetch = http.FetchAsync(Request(site.Address), new MemoryStream(), Stop);
        await site.Answered;
        clock.Advance(TimeSpan.FromSeconds(31));

        (await Should.ThrowAsync<FetchException>(() => fetch, what)).Failure.ShouldBe(FetchFailure.TimedOut, what);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Drop: 1\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nx", true)]
    public async Task Receiver_of_a_post_that_lets_wait_is_left_when_the_time_is_up(string answer, bool hasStatus)
    {
        await using var site = await RawSite.StartAsync(answer, waits: true);
        var clock = new FakeClock();
        using var http = new GuardedHttp(FetchOptions.Parse("127.0.0.1"), clock);
        using var post = new HttpRequestMessage(HttpMethod.Post, site.Address) { Content = new StringContent("{}") };

        var sent = http.SendAsync(post, TimeSpan.FromSeconds(15), 1000, Stop);
        await site.Answered;
        clock.Advance(TimeSpan.FromSeconds(16));

        // Where the status has come, that is the answer; whether it has is the network's affair.
        await Task.WhenAny(sent);
        if (hasStatus && sent.IsCompletedSuccessfully) (await sent).Status.ShouldBe(200);
        else (await Should.ThrowAsync<FetchException>(() => sent)).Failure.ShouldBe(FetchFailure.TimedOut);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_comes_compressed_is_never_unpacked(string encoding)
    {
        var bomb = new MemoryStream();
        await using (var packer = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true)) await packer.WriteAsync(new byte[50 * Most], Stop);
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {bomb.Length}\r\n\r\n");
        await using var site = await RawSite.StartAsync([.. head, .. bomb.ToArray()]);
        using var http = new GuardedHttp(FetchOptions.Parse("127.0.0.1"), TimeProvider.System);
        using var destination = new MemoryStream();

        await http.FetchAsync(Request(site.Address), destination, Stop);

        destination.ToArray().ShouldBe(bomb.ToArray());
    }

    [Fact]
    public async Task Body_ends_where_its_length_says()
    {
        await using var site = await RawSite.StartAsync("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour and more");
        using var http = new GuardedHttp(FetchOptions.Parse("127.0.0.1"), TimeProvider.System);
        using var destination = new MemoryStream();

        (await http.FetchAsync(Request(site.Address), destination, Stop)).ShouldBe(4);
        Encoding.ASCII.GetString(destination.ToArray()).ShouldBe("four");
    }

    [Fact]
    public async Task Receiver_of_a_post_is_heard_no_longer_than_it_may_talk()
    {
        await using var site = await RawSite.StartAsync("HTTP/1.1 500 Oops\r\n\r\n", "and another thing ");
        using var http = new GuardedHttp(FetchOptions.Parse("127.0.0.1"), TimeProvider.System);
        using var post = new HttpRequestMessage(HttpMethod.Post, site.Address) { Content = new StringContent("{}") };

        (await http.SendAsync(post, TimeSpan.FromSeconds(30), 1000, Stop)).Body.Length.ShouldBeLessThanOrEqualTo(1000);
    }

    private static FetchRequest Request(Uri address) => new(address, Most, TimeSpan.FromSeconds(30));
}
