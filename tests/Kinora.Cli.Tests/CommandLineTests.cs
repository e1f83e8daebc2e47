using Kinora.Testing.Processes;

namespace Kinora.Cli.Tests;

public sealed class CommandLineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Help_lists_the_commands()
    {
        var (code, output, _) = await CommandLine.RunAsync(["--help"]);
        code.ShouldBe(0);
        output.ShouldContain("serve");
        output.ShouldContain("sandbox");
    }

    [Fact]
    public async Task Version_is_told()
    {
        var (code, output, _) = await CommandLine.RunAsync(["--version"]);
        code.ShouldBe(0);
        output.ShouldStartWith("0.1.0");
    }

    [Fact]
    public async Task Command_that_is_not_known_is_named()
    {
        var (code, _, error) = await CommandLine.RunAsync(["serv"]);
        code.ShouldBe(2);
        error.ShouldContain("serv");
    }

    [Fact]
    public async Task Settings_with_faults_are_listed_at_once_without_a_stack_trace()
    {
        var (code, output, error) = await CommandLine.RunAsync(
            ["serve"], ("KINORA_URLS", "localhost"), ("KINORA_INITIAL_CREDITS", "lots"), ("KIE_API_KEY", "a secret"));
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("KINORA_URLS is 'localhost'");
        error.ShouldContain("KINORA_INITIAL_CREDITS is 'lots'");
        error.ShouldContain("KIE_API_KEY");
        error.ShouldNotContain("a secret");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Sandbox_settings_with_faults_are_listed_too()
    {
        var (code, _, error) = await CommandLine.RunAsync(["sandbox"], ("SANDBOX_SPEED", "fast"), ("SANDBOX_LIMITS", "none"));
        code.ShouldBe(2);
        error.ShouldContain("SANDBOX_SPEED");
        error.ShouldContain("SANDBOX_LIMITS");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("sandbox")]
    public async Task Server_ends_well_when_it_is_told_to_stop(string command)
    {
        await using var kinora = await KinoraProcess.StartAsync(new KinoraLaunch(arguments: [command]), Stop);
        (await kinora.StopAsync(Stop)).ShouldBe(0);
        kinora.Output.ShouldContain("listens on");
        kinora.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Data_folder_in_use_is_told_in_one_sentence()
    {
        await using var first = await KinoraProcess.StartAsync(new KinoraLaunch(), Stop);
        var (code, _, error) = await CommandLine.RunAsync(["serve"], ("KINORA_DATA", first.DataFolder), ("KINORA_URLS", "http://127.0.0.1:0"));
        code.ShouldBe(1);
        error.Trim().ShouldBe($"kinora cannot start. Another kinora uses the data folder {first.DataFolder}. Stop it, or give this one its own with KINORA_DATA.");
    }

    [Fact]
    public async Task Database_that_cannot_be_read_is_told_in_one_line()
    {
        var data = Directory.CreateTempSubdirectory("kinora-test-").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "kinora.db"), new string('x', 5000), Stop);
        var (code, _, error) = await CommandLine.RunAsync(["serve"], ("KINORA_DATA", data), ("KINORA_URLS", "http://127.0.0.1:0"));
        Directory.Delete(data, recursive: true);
        code.ShouldBe(1);
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith($"kinora cannot start. The database in {data} cannot be used");
    }

    [Fact]
    public async Task Logs_tell_no_secrets_and_no_prompts_at_any_level()
    {
        await using var kinora = await KinoraProcess.StartAsync(new KinoraLaunch(new Dictionary<string, string?>
        {
            ["KINORA_ADMIN_KEY"] = "key-not-for-logs", ["KIE_CALLBACK_SECRET"] = "secret-not-for-logs",
            ["Logging__LogLevel__Default"] = "Trace", ["Logging__LogLevel__Microsoft"] = "Trace", ["Logging__LogLevel__System"] = "Trace",
        }), Stop);
        using var http = new HttpClient { BaseAddress = kinora.Url };
        (await http.GetAsync("/sign-in?token=token-not-for-logs", Stop)).Dispose();
        using var api = new Api(kinora.Url, "key-not-for-logs");
        await api.UntilFinalAsync(await api.GenerateAsync(new { model = "kling-2.6", prompt = "prompt-not-for-logs", duration = 5, sound = false }));
        await kinora.StopAsync(Stop);
        kinora.Output.ShouldContain("dbug:");
        kinora.Output.ShouldNotContain("not-for-logs");
    }

    [Fact]
    public async Task Port_in_use_is_told_in_one_sentence()
    {
        await using var first = await KinoraProcess.StartAsync(new KinoraLaunch(), Stop);
        var data = Directory.CreateTempSubdirectory("kinora-test-").FullName;
        var (code, _, error) = await CommandLine.RunAsync(
            ["serve"], ("KINORA_DATA", data), ("KINORA_URLS", first.Url.GetLeftPart(UriPartial.Authority)), ("KINORA_SANDBOX_RENDER", "fast"));
        Directory.Delete(data, recursive: true);
        code.ShouldBe(1);
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("cannot listen on");
    }
}
