using System.Net;
using Kinora.Server.Hosting;

namespace Kinora.Server.Tests;

public sealed class HostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Second_server_on_the_same_data_folder_is_told_so()
    {
        await using var first = await TestServer.StartAsync(folder: _folder);
        var fault = await Should.ThrowAsync<StartException>(() => TestServer.StartAsync(folder: _folder));
        fault.Message.ShouldContain(_folder);
        fault.Message.ShouldContain("KINORA_DATA");
    }

    [Fact]
    public async Task Port_that_is_taken_is_told_so_and_the_data_folder_is_free_again()
    {
        await using var other = await TestServer.StartAsync();
        var fault = await Should.ThrowAsync<StartException>(() => TestServer.StartAsync(o => o with { Urls = [$"http://127.0.0.1:{other.Url.Port}"] }, folder: _folder));
        fault.Message.ShouldContain("KINORA_URLS");
        await using var again = await TestServer.StartAsync(folder: _folder);
    }

    [Fact]
    public async Task Catalog_with_faults_is_told_so()
    {
        var catalog = Directory.CreateDirectory(Path.Combine(_folder, "catalog")).FullName;
        var fault = await Should.ThrowAsync<StartException>(() => TestServer.StartAsync(o => o with { CatalogFolder = catalog }, folder: _folder));
        fault.Message.ShouldContain("The catalog has faults");
    }

    [Fact]
    public async Task Database_that_cannot_be_read_is_told_so_and_left_as_it_is()
    {
        var path = Path.Combine(_folder, "kinora.db");
        await File.WriteAllTextAsync(path, new string('x', 5000), Stop);
        var fault = await Should.ThrowAsync<StartException>(() => TestServer.StartAsync(folder: _folder));
        fault.Message.ShouldContain(_folder);
        fault.Message.ShouldContain("file is not a database");
        (await File.ReadAllTextAsync(path, Stop)).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task Database_that_is_damaged_inside_is_told_so()
    {
        await using (await TestServer.StartAsync(folder: _folder)) { }
        var path = Path.Combine(_folder, "kinora.db");
        File.Delete(path + "-wal");
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        bytes.AsSpan(100).Fill(0x5a);
        await File.WriteAllBytesAsync(path, bytes, Stop);
        (await Should.ThrowAsync<StartException>(() => TestServer.StartAsync(folder: _folder))).Message.ShouldContain("malformed");
    }

    [Fact]
    public async Task Database_of_a_newer_version_is_told_so()
    {
        await using (await TestServer.StartAsync(folder: _folder)) { }
        File.Delete(Path.Combine(_folder, "kinora.db-wal"));
        await using (var file = File.OpenWrite(Path.Combine(_folder, "kinora.db")))
        {
            file.Position = 60; // user_version, big-endian
            await file.WriteAsync(new byte[] { 0, 0, 3, 0 }, Stop);
        }

        (await Should.ThrowAsync<StartException>(() => TestServer.StartAsync(folder: _folder))).Message.ShouldContain("newer Kinora");
    }

    [Fact]
    public async Task Secrets_in_a_folder_that_others_may_enter_are_the_owners_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        await File.WriteAllTextAsync(Path.Combine(_folder, "something"), "that was here before", Stop);
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        await using var server = await TestServer.StartAsync(folder: _folder);
        foreach (var file in Directory.EnumerateFiles(_folder, "kinora.db*").Append(Path.Combine(_folder, "admin-key.sha256")))
            (File.GetUnixFileMode(file) & (UnixFileMode)0b000_111_111).ShouldBe(UnixFileMode.None, file);
    }

    [Fact]
    public async Task Owner_is_given_credits_once_and_everything_outlives_a_restart()
    {
        string id;
        await using (var server = await TestServer.StartAsync(folder: _folder))
        {
            using var client = server.CreateClient();
            id = (await client.PostAsync("/api/generate/video", """{"model":"kling-2.6","prompt":"x","duration":5,"sound":false}""")).Body.Text("id");
        }

        await using var later = await TestServer.StartAsync(folder: _folder);
        using var again = later.CreateClient();
        (await again.GetJsonAsync("/api/generations/" + id)).Text("id").ShouldBe(id);
        (await again.GetJsonAsync("/api/account")).Number("balance").ShouldBe(10_000);
    }

    [Fact]
    public async Task Another_admin_key_replaces_the_one_before_and_none_withdraws_it()
    {
        (await WithKeyAsync("first", asked: "first")).ShouldBe(HttpStatusCode.OK);
        (await WithKeyAsync("second", asked: "first")).ShouldBe(HttpStatusCode.Unauthorized);
        (await WithKeyAsync("second", asked: "second")).ShouldBe(HttpStatusCode.OK);
        (await WithKeyAsync(null, asked: "second")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", null, true)]
    [InlineData("https://api.example", null, false)]
    [InlineData("https://api.example", "https://videos.example.com", true)]
    public async Task Callbacks_are_asked_for_where_the_provider_can_reach_us(string provider, string? publicUrl, bool expected)
    {
        await using var server = await TestServer.StartAsync(o => o with { PublicUrl = publicUrl is null ? null : new(publicUrl) });
        server.Provider.Origin = new(provider);
        using var client = new HttpClient { BaseAddress = server.Local };
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestServer.Key);
        using var listener = await EventListener.StartAsync(client);
        await client.PostAsync("/api/generate/video", """{"model":"kling-2.6","prompt":"x","duration":5,"sound":false}""");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        var callback = server.Provider.Submissions.Single().Callback;
        (callback is not null).ShouldBe(expected);
        if (publicUrl is not null) callback!.Host.ShouldBe("videos.example.com");
        if (publicUrl is not null) (await server.NewSignInLinkAsync()).Host.ShouldBe("videos.example.com");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<HttpStatusCode> WithKeyAsync(string? key, string asked)
    {
        await using var server = await TestServer.StartAsync(o => o with { AdminKey = key }, folder: _folder);
        using var client = server.CreateClient(asked);
        using var answer = await client.GetAsync("/api/account", Stop);
        return answer.StatusCode;
    }
}
