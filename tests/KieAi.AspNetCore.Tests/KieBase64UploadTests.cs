using Kinora.Testing;
using System.Security.Cryptography;
using System.Text;

namespace KieAi.AspNetCore.Tests;

public sealed class KieBase64UploadTests
{
    private const string Upload = "/api/file-base64-upload";
    private const string Malformed = """{"success":false,"code":400,"msg":"The request body is not valid JSON"}""";
    private const string Invalid = """{"success":false,"code":400,"msg":"Base64 decoding failed: Invalid Base64 format"}""";
    private const int Largest = 16 * 1024 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(Largest - 1)]
    public async Task File_arrives_whole_and_leaves_no_temporary_file(int more)
    {
        await using var host = await StartAsync();
        var bytes = RandomNumberGenerator.GetBytes(1 + more);
        var body = $$"""{"uploadPath":"/images/user/","base64Data":"data:image/png;base64,{{Convert.ToBase64String(bytes)}}","fileName":"C:\\pics\\fox.png","x":[{"base64Data":"?"}]}""";
        (await host.PostAsync(Upload, body)).ShouldBeJson(WireFiles.Text("files/base64.answer.json"));
        host.Backend.Upload.ShouldBe(("images/user", "fox.png", "image/png", Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length));
        File.Exists(host.Backend.TemporaryFile).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""iVBORw0KGgo=""")]
    [InlineData("""iVBO\r\nRw0K\nGgo=\n""")]
    [InlineData("""\u0069\u0056BORw0KGgo\u003d""")]
    [InlineData("""DATA:image/png;charset=x;BASE64,iVBO Rw0KGgo=""")]
    [InlineData("""data:;base64,iVBORw0KGgo=""")]
    public async Task Base64_is_taken_in_every_spelling_of_json(string data)
    {
        await using var host = await StartAsync();
        (await host.PostAsync(Upload, $$"""{ "base64Data" : "{{data}}" , "uploadPath":"x"}""")).ShouldContain("\"code\":200");
        host.Backend.Upload!.Value.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])));
    }

    [Fact]
    public async Task Slashes_may_be_escaped_as_some_languages_do()
    {
        await using var host = await StartAsync();
        await host.PostAsync(Upload, """{"base64Data":"data:image\/png;base64,\/\/\/\/","uploadPath":"a\/b"}""");
        var (path, _, contentType, sha256, _) = host.Backend.Upload!.Value;
        (path, contentType, sha256).ShouldBe(("a/b", "image/png", Convert.ToHexStringLower(SHA256.HashData([0xff, 0xff, 0xff]))));
    }

    [Fact]
    public async Task Body_may_come_in_pieces_of_any_size()
    {
        await using var host = await StartAsync();
        var bytes = RandomNumberGenerator.GetBytes(3001);
        var body = $$"""{"base64Data":"{{Convert.ToBase64String(bytes).Replace("/", "\\/", StringComparison.Ordinal)}}","uploadPath":"x"}""";
        using var content = new StreamContent(new Pieces(Encoding.UTF8.GetBytes(body)), bufferSize: 7);
        await host.PostAsync(Upload, content);
        host.Backend.Upload!.Value.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Theory]
    [InlineData("data:image/png;base64,AAAA", @"^[0-9a-f]{32}\.png$")]
    [InlineData("data:video/quicktime;base64,AAAA", "^[0-9a-f]{32}$")]
    [InlineData("data:image/../x;base64,AAAA", "^[0-9a-f]{32}$")]
    [InlineData("AAAA", "^[0-9a-f]{32}$")]
    public async Task File_without_a_name_overwrites_no_other(string data, string name)
    {
        await using var host = await StartAsync();
        await host.PostAsync(Upload, $$"""{"base64Data":"{{data}}","uploadPath":"x"}""");
        var first = host.Backend.Upload!.Value.FileName;
        await host.PostAsync(Upload, $$"""{"base64Data":"{{data}}","uploadPath":"x","fileName":" "}""");
        first.ShouldMatch(name);
        host.Backend.Upload!.Value.FileName.ShouldNotBe(first);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAA")]
    [InlineData("AAAA=")]
    [InlineData("AA==AAAA")]
    [InlineData("AA-_")]
    [InlineData("é")]
    [InlineData("\\u00e9AAA")]
    [InlineData("data:image/png,AAAA")]
    [InlineData("image/png;base64,AAAA")]
    [InlineData("data:image/png;base64,AAAA,AAAA")]
    public async Task What_is_no_base64_is_refused(string data)
    {
        await using var host = await StartAsync();
        (await host.PostAsync(Upload, $$"""{"base64Data":"{{data}}","uploadPath":"x"}""")).ShouldBe(Invalid);
        host.Backend.Call.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"uploadPath":"x"}""")]
    [InlineData("""{"base64Data":"","uploadPath":"x"}""")]
    [InlineData("""{"base64Data":"data:image/png;base64,","uploadPath":"x"}""")]
    [InlineData("""{"base64Data":null,"uploadPath":"x"}""")]
    [InlineData("""{"x":{"base64Data":"AAAA"},"uploadPath":"x"}""")]
    [InlineData("""{"x":"base64Data","uploadPath":"x"}""")]
    public async Task Missing_data_is_named(string body)
    {
        await using var host = await StartAsync();
        (await host.PostAsync(Upload, body)).ShouldBe("""{"success":false,"code":400,"msg":"Missing required parameter: base64Data"}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"base64Data":"AAAA","uploadPath":"x""")]
    [InlineData("""{"base64Data":"AAAA""")]
    [InlineData("""{"base64Data":"AA\xAA","uploadPath":"x"}""")]
    [InlineData("""{"base64Data":"\u00zzAAAA","uploadPath":"x"}""")]
    [InlineData("""{"base64Data":"AAAA","base64Data":"AAAA","uploadPath":"x"}""")]
    [InlineData("""[{"base64Data":"AAAA","uploadPath":"x"}]""")]
    public async Task Body_that_is_no_sound_json_is_refused(string body)
    {
        await using var host = await StartAsync();
        (await host.PostAsync(Upload, body)).ShouldBe(Malformed);
        host.Backend.Call.ShouldBeNull();
    }

    [Fact]
    public async Task File_beyond_16_megabytes_is_refused_and_so_is_any_other_long_field()
    {
        const string tooLarge = """{"success":false,"code":400,"msg":"The file is larger than 16 MB"}""";
        await using var host = await StartAsync();
        (await host.PostAsync(Upload, $$"""{"base64Data":"{{Convert.ToBase64String(new byte[Largest + 1])}}","uploadPath":"x"}""")).ShouldBe(tooLarge);
        (await host.PostAsync(Upload, $$"""{"base64Data":"{{new string('\n', Largest * 3 / 2)}}","uploadPath":"x"}""")).ShouldBe(tooLarge);
        (await host.PostAsync(Upload, $$"""{"base64Data":"AAAA","uploadPath":"{{new string('x', 20_000)}}"}""")).ShouldBe(Malformed);
        host.Backend.Call.ShouldBeNull();
    }

    private static Task<KieHost> StartAsync()
    {
        var backend = new TestBackend();
        backend.Give(WireValues.Uploaded);
        return KieHost.StartAsync(backend);
    }

    /// <summary>A stream of unknown length that gives little at a time.</summary>
    private sealed class Pieces(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 7)], cancellationToken);

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var chunk = new byte[bufferSize];
            while (await ReadAsync(chunk, cancellationToken) is > 0 and var read)
            {
                await destination.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
                await destination.FlushAsync(cancellationToken);
            }
        }
    }
}
