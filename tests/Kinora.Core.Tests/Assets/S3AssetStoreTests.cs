using System.Net;
using Amazon.Runtime;
using Kinora.Core.Assets;
using Kinora.Core.Assets.S3;
using Kinora.Testing.Processes;

namespace Kinora.Core.Tests.Assets;

public sealed class S3AssetStoreTests(S3AssetStoreTests.Server server) : AssetStoreCompliance, IClassFixture<S3AssetStoreTests.Server>, IDisposable
{
    private const long Part = 1024 * 1024;
    private readonly string _scratch = Directory.CreateTempSubdirectory("kinora-scratch-").FullName;
    private readonly Traffic _traffic = new();
    private S3AssetStore? _store;

    protected override IAssetStore Store => _store ??= Open(server.Running.Options with { PartBytes = Part });

    [Fact]
    public async Task Large_file_goes_up_in_parts()
    {
        await Store.ImportAsync("parts", await LargeAsync(2 * Part + 1), Stop);

        _traffic.Asked("PUT", "partNumber").ShouldBe(3);
        await using var stored = (await Store.OpenAsync("parts", Stop))!;
        stored.Length.ShouldBe(2 * Part + 1);
    }

    [Fact]
    public async Task Parts_of_an_upload_that_fails_are_given_up_and_the_file_is_kept()
    {
        _traffic.Refuse = request => request.RequestUri!.Query.Contains("partNumber=2", StringComparison.Ordinal);
        var path = await LargeAsync(2 * Part);

        var fault = await Should.ThrowAsync<IOException>(() => Store.ImportAsync("broken", path, Stop));

        fault.Message.ShouldContain("403");
        _traffic.Asked("DELETE", "uploadId").ShouldBe(1);
        File.Exists(path).ShouldBeTrue();
        (await Store.OpenAsync("broken", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Opening_and_seeking_load_nothing_and_the_end_of_a_file_is_had_without_its_beginning()
    {
        await Store.ImportAsync("lazy", await LargeAsync(3 * Part), Stop);
        _traffic.Forget();

        await using var stored = (await Store.OpenAsync("lazy", Stop))!;
        stored.Position = 3 * Part - 10;
        _traffic.Asked("GET", "").ShouldBe(0);
        await stored.ReadExactlyAsync(new byte[10], Stop);

        _traffic.Ranges.ShouldBe([$"bytes={3 * Part - 10}-{3 * Part - 1}"]);
    }

    [Fact]
    public async Task Reading_straight_on_asks_for_ever_longer_ranges()
    {
        await Store.ImportAsync("long", await LargeAsync(3 * Part), Stop);

        await using var stored = (await Store.OpenAsync("long", Stop))!;
        await stored.CopyToAsync(Stream.Null, Stop);

        _traffic.Ranges.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_file_that_is_replaced_while_it_is_read_is_never_mixed_with_the_new_one()
    {
        await Store.ImportAsync("mixed", await LargeAsync(3 * Part), Stop);
        await using var stored = (await Store.OpenAsync("mixed", Stop))!;
        await stored.ReadExactlyAsync(new byte[100], Stop);
        await Store.ImportAsync("mixed", await LargeAsync(3 * Part, seed: 2), Stop);

        await Should.ThrowAsync<IOException>(() => stored.CopyToAsync(Stream.Null, Stop));
    }

    [Fact]
    public async Task Link_is_read_by_anybody_and_names_the_download()
    {
        await Store.ImportAsync("outputs/a/0.mp4", await FileAsync("video"), Stop);
        var link = (await Store.LinkAsync("outputs/a/0.mp4", TimeSpan.FromHours(1), "a fox.mp4", Stop)).ShouldNotBeNull();

        using var anybody = new HttpClient();
        using var answer = await anybody.GetAsync(link, Stop);

        (await answer.Content.ReadAsStringAsync(Stop)).ShouldBe("video");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("a fox.mp4");
        using var forged = await anybody.GetAsync(new Uri(link.AbsoluteUri.Replace("0.mp4", "1.mp4", StringComparison.Ordinal)), Stop);
        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Store.LinkAsync("a", TimeSpan.FromHours(1), "Füchse.mp4", Stop)).ShouldNotBeNull().Query.ShouldContain("F%25C3%25BCchse.mp4");
    }

    [Fact]
    public async Task Prefix_keeps_two_installations_in_one_bucket_apart()
    {
        using var other = Open(server.Running.Options with { Prefix = "other/" });
        await Store.ImportAsync("shared", await FileAsync("ours"), Stop);
        await other.ImportAsync("shared", await FileAsync("theirs"), Stop);

        (await ReadAsync("shared")).ShouldBe("ours");
        (await ReadAsync("other/shared")).ShouldBe("theirs");
    }

    [Fact]
    public async Task Wrong_bucket_and_wrong_key_show_in_the_check_without_secrets()
    {
        using var elsewhere = Open(server.Running.Options with { Bucket = "missing" });
        using var stranger = Open(server.Running.Options with { SecretAccessKey = "not-the-secret" });

        (await Should.ThrowAsync<IOException>(() => new AssetStoreCheck(elsewhere).RunAsync(Stop))).Message.ShouldContain("NoSuchBucket");
        var refused = (await Should.ThrowAsync<IOException>(() => new AssetStoreCheck(stranger).RunAsync(Stop))).Message;
        refused.ShouldContain("SignatureDoesNotMatch");
        refused.ShouldNotContain("not-the-secret");
    }

    [Fact]
    public async Task A_store_that_is_gone_raises_what_waits_for_better_days()
    {
        using var gone = Open(server.Running.Options with { Endpoint = new("http://127.0.0.1:1") });
        var path = await FileAsync("video");

        await Task.WhenAll(
            Should.ThrowAsync<IOException>(() => gone.ImportAsync("a", path, Stop)),
            Should.ThrowAsync<IOException>(() => gone.OpenAsync("a", Stop)),
            Should.ThrowAsync<IOException>(() => gone.DeleteAsync("a", Stop)));
        File.Exists(path).ShouldBeTrue();
    }

    public void Dispose()
    {
        _store?.Dispose();
        Directory.Delete(_scratch, recursive: true);
    }

    private S3AssetStore Open(S3Options options) =>
        new(options, Path.Combine(_scratch, Guid.NewGuid().ToString("N")), TimeProvider.System, new WatchedClients(_traffic));

    private async Task<string> LargeAsync(long bytes, int seed = 1)
    {
        var content = new byte[bytes];
        new Random(seed).NextBytes(content);
        var path = Store.TemporaryPath("bin");
        await File.WriteAllBytesAsync(path, content, Stop);
        return path;
    }

    public sealed class Server : IAsyncLifetime
    {
        private S3Server? _running;

        internal S3Server Running => _running!;

        public async ValueTask InitializeAsync() => _running = await S3Server.StartAsync(CancellationToken.None);

        public ValueTask DisposeAsync()
        {
            _running?.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class WatchedClients(Traffic traffic) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(traffic, disposeHandler: false);
        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }

    /// <summary>What goes to the server; some of it is refused on the way.</summary>
    private sealed class Traffic() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<(string Method, string Query, string? Range)> _seen = [];

        public Func<HttpRequestMessage, bool> Refuse { get; set; } = _ => false;
        public IReadOnlyList<string> Ranges => [.. _seen.Select(one => one.Range).OfType<string>()];

        public int Asked(string method, string query) => _seen.Count(one => one.Method == method && one.Query.Contains(query, StringComparison.Ordinal));

        public void Forget() => _seen.Clear();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _seen.Enqueue((request.Method.Method, request.RequestUri!.Query, request.Headers.Range?.ToString()));
            return Refuse(request) ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden)) : base.SendAsync(request, cancellationToken);
        }
    }
}
