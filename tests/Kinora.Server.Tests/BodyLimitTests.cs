using System.Net;

namespace Kinora.Server.Tests;

public sealed class BodyLimitTests
{
    private const int Huge = 100 * 1024 * 1024;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/generate/video", "application/json")]
    [InlineData("/api/quotes", "application/json")]
    [InlineData("/api/webhooks/kie", "application/json")]
    public async Task Announced_100_MB_get_a_clear_413(string path, string type)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var content = new ByteArrayContent(new byte[Huge]) { Headers = { ContentType = new(type) } };
        using var answer = await client.PostAsync(path, content, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too_large");
    }

    [Theory]
    [InlineData("/api/generate/video", "application/json", HttpStatusCode.RequestEntityTooLarge, "too_large")]
    [InlineData("/api/assets", "video/mp4", HttpStatusCode.UnsupportedMediaType, "unsupported_media")]
    public async Task Unannounced_100_MB_get_a_clear_answer(string path, string type, HttpStatusCode status, string code)
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.TransferEncodingChunked = true;
        // Spaces: the JSON reader goes on for as long as it may.
        using var content = new StreamContent(new Spaces(Huge)) { Headers = { ContentType = new(type) } };
        using var answer = await client.PostAsync(path, content, Stop);
        await answer.ShouldBeProblemAsync(status, code);
    }

    [Fact]
    public async Task Caller_that_asks_first_is_refused_before_it_sends()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new ByteArrayContent(new byte[Huge]) { Headers = { ContentType = new("application/json") } };
        using var answer = await client.PostAsync("/api/generate/video", content, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too_large");
    }

    /// <summary>A stream of spaces.</summary>
    private sealed class Spaces(long length) : Stream
    {
        private long _given;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var part = (int)Math.Min(count, length - _given);
            buffer.AsSpan(offset, part).Fill((byte)' ');
            _given += part;
            return part;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
