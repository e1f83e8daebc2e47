using Kinora.Testing;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace KieAi.AspNetCore.Tests;

public sealed class KieUploadTests
{
    private const string Upload = "/api/file-stream-upload";

    [Fact]
    public async Task Upload_by_the_client_arrives_whole_and_leaves_no_temporary_file()
    {
        await using var host = await StartAsync();
        var bytes = RandomNumberGenerator.GetBytes(3_000_000);
        var uploaded = await host.Client.UploadAsync(new MemoryStream(bytes), "fox.png", "image/png", "images/user", TestContext.Current.CancellationToken);
        uploaded.DownloadUrl.ShouldBe("https://tempfile.redpandaai.co/xxx/images/user/fox.png");
        host.Backend.Upload.ShouldBe(("images/user", "fox.png", "image/png", Convert.ToHexStringLower(SHA256.HashData(bytes)), 3_000_000));
        host.Backend.TemporaryFile.ShouldNotBeNull();
        System.IO.File.Exists(host.Backend.TemporaryFile).ShouldBeFalse();
    }

    [Fact]
    public async Task File_may_come_before_its_fields_and_the_answer_is_the_documented_one()
    {
        await using var host = await StartAsync();
        var answer = await host.PostAsync(Upload, new MultipartFormDataContent { File(@"C:\pics\fox.png"), { new StringContent("/images/user/"), "uploadPath" } });
        answer.ShouldBeJson(WireFiles.Text("files/stream.answer.json"));
        host.Backend.Upload!.Value.ShouldBe(("images/user", "fox.png", "image/png", Convert.ToHexStringLower(SHA256.HashData("PNG"u8)), 3));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..", "file")]
    [InlineData("  ", "a.png")]
    [InlineData("a/b\\c.png", "c.png")]
    public async Task File_name_is_bare(string given, string expected)
    {
        await using var host = await StartAsync();
        await host.PostAsync(Upload, new MultipartFormDataContent
        {
            { new StringContent("x"), "uploadPath" }, { new StringContent(given), "fileName" }, File("a.png"),
        });
        host.Backend.Upload!.Value.FileName.ShouldBe(expected);
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("a/../../b")]
    [InlineData("a//b")]
    [InlineData("C:/x")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    public async Task Folder_that_leads_elsewhere_is_refused(string folder)
    {
        await using var host = await StartAsync();
        var answer = await host.PostAsync(Upload, new MultipartFormDataContent { { new StringContent(folder), "uploadPath" }, File("a.png") });
        answer.ShouldBe("""{"success":false,"code":400,"msg":"Invalid parameter: uploadPath"}""");
        host.Backend.Upload.ShouldBeNull();
    }

    [Fact]
    public async Task Missing_parts_are_named()
    {
        await using var host = await StartAsync();
        (await host.PostAsync(Upload, new MultipartFormDataContent { File("a.png") }))
            .ShouldBe("""{"success":false,"code":400,"msg":"Missing required parameter: uploadPath"}""");
        (await host.PostAsync(Upload, new MultipartFormDataContent { { new StringContent("x"), "uploadPath" } }))
            .ShouldBe("""{"success":false,"code":400,"msg":"Missing required parameter: file"}""");
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\nno end")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno header\r\n\r\n--b--\r\n")]
    public async Task Body_that_is_no_whole_form_is_refused(string contentType, string body)
    {
        await using var host = await StartAsync();
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        (await host.PostAsync(Upload, content)).ShouldStartWith("""{"success":false,"code":400,"msg":"The upload cannot be read. """);
        host.Backend.Upload.ShouldBeNull();
    }

    [Fact]
    public async Task Form_with_too_many_parts_or_a_long_field_is_refused()
    {
        await using var host = await StartAsync();
        var many = new MultipartFormDataContent();
        for (var i = 0; i < 20; i++) many.Add(new StringContent("x"), "uploadPath");
        (await host.PostAsync(Upload, many)).ShouldContain("too many parts");
        (await host.PostAsync(Upload, new MultipartFormDataContent { { new StringContent(new string('x', 2000)), "uploadPath" }, File("a.png") }))
            .ShouldContain("A field is too long.");
    }

    [Fact]
    public async Task File_beyond_500_megabytes_is_refused()
    {
        await using var host = await StartAsync();
        var fault = await Should.ThrowAsync<KieException>(() => host.Client.UploadAsync(
            new Zeros((500 * 1024 * 1024) + 1), "a.png", "image/png", "x", TestContext.Current.CancellationToken));
        fault.Code.ShouldBe(400);
        fault.Message.ShouldContain("limit 524288000 exceeded");
        host.Backend.Upload.ShouldBeNull();
    }

    [Fact]
    public async Task Fault_of_the_backend_is_code_500_in_the_upload_hosts_envelope()
    {
        await using var host = await KieHost.StartAsync(new TestBackend { Fault = new IOException("disk full at /secret") });
        (await host.PostAsync(Upload, new MultipartFormDataContent { { new StringContent("x"), "uploadPath" }, File("a.png") }))
            .ShouldBe("""{"success":false,"code":500,"msg":"Internal server error"}""");
    }

    private static Task<KieHost> StartAsync()
    {
        var backend = new TestBackend();
        backend.Give(WireValues.Uploaded);
        return KieHost.StartAsync(backend);
    }

    private static StreamContent File(string name)
    {
        var file = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes("PNG")));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"" };
        return file;
    }

    /// <summary>As many zeros as wanted, out of no memory.</summary>
    private sealed class Zeros(long length) : MemoryStream
    {
        private long _left = length;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = (int)Math.Min(buffer.Length, _left);
            _left -= read;
            buffer.Span[..read].Clear();
            return ValueTask.FromResult(read);
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var chunk = new byte[bufferSize];
            while (await ReadAsync(chunk, cancellationToken) is > 0 and var read) await destination.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }
    }
}
