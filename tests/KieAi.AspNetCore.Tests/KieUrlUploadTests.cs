namespace KieAi.AspNetCore.Tests;

public sealed class KieUrlUploadTests
{
    private const string Upload = "/api/file-url-upload";

    [Theory]
    [InlineData("""{"uploadPath":"x"}""", "Missing required parameter: fileUrl")]
    [InlineData("""{"fileUrl":" ","uploadPath":"x"}""", "Missing required parameter: fileUrl")]
    [InlineData("""{"fileUrl":"fox.png","uploadPath":"x"}""", "Invalid parameter: fileUrl")]
    [InlineData("""{"fileUrl":"file:///etc/passwd","uploadPath":"x"}""", "Invalid parameter: fileUrl")]
    [InlineData("""{"fileUrl":"https://a.example/fox.png","uploadPath":"../x"}""", "Invalid parameter: uploadPath")]
    [InlineData("""{"fileUrl":"https://a.example/fox.png","uploadPath":7}""", "uploadPath is not within the range of allowed options")]
    [InlineData("{", "The request body is not valid JSON")]
    public async Task What_cannot_be_fetched_is_refused(string body, string message)
    {
        await using var host = await KieHost.StartAsync();
        (await host.PostAsync(Upload, body)).ShouldBe($$"""{"success":false,"code":400,"msg":"{{message}}"}""");
        host.Backend.Call.ShouldBeNull();
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..", null)]
    [InlineData("", null)]
    public async Task File_name_is_bare_or_left_to_the_backend(string given, string? expected)
    {
        await using var host = await KieHost.StartAsync();
        await host.PostAsync(Upload, $$"""{"fileUrl":"HTTPS://a.example/fox.png","uploadPath":"x","fileName":"{{given}}"}""");
        host.Backend.Asked.ShouldBe(("x", expected, "HTTPS://a.example/fox.png"));
    }

    [Fact]
    public async Task Name_that_no_file_system_takes_is_refused()
    {
        await using var host = await KieHost.StartAsync();
        (await host.PostAsync(Upload, $$"""{"fileUrl":"https://a.example/1","uploadPath":"x","fileName":"{{new string('ä', 128)}}"}"""))
            .ShouldBe("""{"success":false,"code":400,"msg":"Invalid parameter: fileName"}""");
        (await host.PostAsync(Upload, $$"""{"fileUrl":"https://a.example/1","uploadPath":"a/{{new string('x', 256)}}"}"""))
            .ShouldBe("""{"success":false,"code":400,"msg":"Invalid parameter: uploadPath"}""");
    }
}
