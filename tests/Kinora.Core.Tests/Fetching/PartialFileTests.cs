using System.Collections.Concurrent;
using Kinora.Core.Fetching;
using Microsoft.AspNetCore.Http;

namespace Kinora.Core.Tests.Fetching;

/// <summary>Fetches that break off and are taken up again.</summary>
public sealed class PartialFileTests : IDisposable
{
    private const int Bytes = 300_000;
    private readonly string _path = Path.GetTempFileName();
    private readonly ConcurrentQueue<string> _ranges = [];
    private byte[] _original = Random(1);
    private string? _tag = "\"one\"";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"one\"")]
    [InlineData(null)]
    public async Task A_fetch_that_broke_off_goes_on_where_it_was(string? tag)
    {
        _tag = tag;
        var file = await BrokenOffAsync();
        var had = file.Bytes;
        had.ShouldBe(Bytes / 2);

        await FetchAsync(file, AnswerAsync);

        (await File.ReadAllBytesAsync(_path, Stop)).ShouldBe(_original);
        _ranges.ShouldBe(["", $"bytes={had}-"]);
    }

    [Fact]
    public async Task A_file_that_is_another_by_now_is_fetched_anew()
    {
        var file = await BrokenOffAsync();
        (_original, _tag) = (Random(2), "\"two\"");

        await FetchAsync(file, AnswerAsync);

        (await File.ReadAllBytesAsync(_path, Stop)).ShouldBe(_original);
    }

    [Fact]
    public async Task Without_a_mark_another_length_means_another_file()
    {
        _tag = null;
        var file = await BrokenOffAsync();
        _original = [.. Random(2), 1, 2, 3];

        (await Should.ThrowAsync<FetchException>(() => FetchAsync(file, AnswerAsync))).Failure.ShouldBe(FetchFailure.Unreachable);
        await FetchAsync(file, AnswerAsync);

        (await File.ReadAllBytesAsync(_path, Stop)).ShouldBe(_original);
    }

    [Fact]
    public async Task A_host_without_ranges_sends_it_all_again()
    {
        var file = await BrokenOffAsync();

        await FetchAsync(file, context => context.Response.Body.WriteAsync(_original).AsTask());

        (await File.ReadAllBytesAsync(_path, Stop)).ShouldBe(_original);
    }

    [Theory]
    [InlineData(416, "")]
    [InlineData(206, "bytes 0-9/300000")]
    [InlineData(206, "")]
    public async Task A_rest_that_does_not_fit_is_thrown_away_and_the_next_try_begins_anew(int status, string range)
    {
        var file = await BrokenOffAsync();

        await Should.ThrowAsync<FetchException>(() => FetchAsync(file, async context =>
        {
            context.Response.StatusCode = status;
            if (range.Length > 0) context.Response.Headers.ContentRange = range;
            await context.Response.WriteAsync("0123456789");
        }));
        file.Bytes.ShouldBe(0);
        await FetchAsync(file, AnswerAsync);

        (await File.ReadAllBytesAsync(_path, Stop)).ShouldBe(_original);
        _ranges.Last().ShouldBe("");
    }

    [Fact]
    public async Task The_limit_holds_for_both_parts_together()
    {
        var file = await BrokenOffAsync();

        (await Should.ThrowAsync<FetchException>(() => FetchAsync(file, AnswerAsync, most: Bytes - 1))).Failure.ShouldBe(FetchFailure.TooLarge);
    }

    [Fact]
    public async Task A_whole_file_is_not_asked_for_again()
    {
        var file = new PartialFile(_path);
        await FetchAsync(file, AnswerAsync);
        await FetchAsync(file, AnswerAsync);

        _ranges.Count.ShouldBe(1);
    }

    public void Dispose() => File.Delete(_path);

    private async Task<PartialFile> BrokenOffAsync()
    {
        var file = new PartialFile(_path);
        var broken = await Should.ThrowAsync<FetchException>(() => FetchAsync(file, async context =>
        {
            context.Response.ContentLength = Bytes;
            if (_tag is not null) context.Response.Headers.ETag = _tag;
            await context.Response.Body.WriteAsync(_original.AsMemory(0, Bytes / 2));
            await context.Response.Body.FlushAsync();
            // What was sent but not yet received would be lost with the connection.
            while (file.Bytes < Bytes / 2) await Task.Yield();
            context.Abort();
        }));
        broken.Failure.ShouldBe(FetchFailure.Unreachable);
        return file;
    }

    private Task AnswerAsync(HttpContext context) => Results.Bytes(
        _original, enableRangeProcessing: true, entityTag: _tag is null ? null : new Microsoft.Net.Http.Headers.EntityTagHeaderValue(_tag)).ExecuteAsync(context);

    private async Task FetchAsync(PartialFile file, RequestDelegate answer, long most = 1_000_000)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            _ranges.Enqueue(context.Request.Headers.Range.ToString());
            return answer(context);
        });
        using var http = new GuardedHttp(new FetchOptions { Allow = ["127.0.0.1"] }, TimeProvider.System);
        await http.FetchAsync(new FetchRequest(site.Address, most, TimeSpan.FromSeconds(30)), file, Stop);
    }

    private static byte[] Random(int seed)
    {
        var bytes = new byte[Bytes];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
