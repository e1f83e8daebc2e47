using System.Reflection;
using Kinora.Core.Assets.S3;
using Kinora.Sandbox;
using Kinora.Server.Hosting;
using Kinora.Server.Settings;
using Kinora.Server.Telemetry;
using Microsoft.Extensions.Configuration;

namespace Kinora.Server.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Probes_are_made_by_the_clock_only_when_wanted()
    {
        var catalog = ("KINORA_CATALOG", Repository.Path("catalog"));
        Read(catalog).Options.ProbeEvery.ShouldBeNull();
        Read(catalog, ("KINORA_PROBE_EVERY", "6h")).Options.ProbeEvery.ShouldBe(TimeSpan.FromHours(6));
        Read(catalog, ("KINORA_PROBE_EVERY", "never")).Options.ProbeEvery.ShouldBeNull();
        Read(catalog, ("KINORA_PROBE_RENDERS", "4")).Options.ProbeRenders.ShouldBe(4);
        Read(catalog, ("KINORA_PROBE_RENDERS", "-1")).Faults.ShouldHaveSingleItem().Name.ShouldBe("KINORA_PROBE_RENDERS");
        Read(catalog, ("KINORA_PROBE_EVERY", "often")).Faults.ShouldHaveSingleItem().Name.ShouldBe("KINORA_PROBE_EVERY");
    }

    [Fact]
    public void Sign_in_provider_is_named_whole_by_https_or_not_at_all()
    {
        (string, string)[] whole =
        [
            ("KINORA_CATALOG", Repository.Path("catalog")), ("KINORA_OAUTH_AUTHORIZE_URL", "https://login.example.com/authorize?prompt=login"),
            ("KINORA_OAUTH_TOKEN_URL", "https://login.example.com/token"), ("KINORA_OAUTH_USERINFO_URL", "http://127.0.0.1:9/userinfo"),
            ("KINORA_OAUTH_CLIENT_ID", "kinora"), ("KINORA_OAUTH_ISSUER", "https://login.example.com"),
        ];
        Read(whole[0]).Options.OAuth.ShouldBeNull();
        var read = Read(whole);
        read.Faults.ShouldBeEmpty();
        var options = read.Options.OAuth!;
        (options.Scope, options.Name, options.SignUp, options.ClientSecret).ShouldBe(("openid profile email", "login.example.com", false, null));
        options = Read([.. whole, ("KINORA_OAUTH_SCOPE", "openid"), ("KINORA_OAUTH_NAME", "Example"), ("KINORA_OAUTH_SIGN_UP", "on"), ("KINORA_OAUTH_CLIENT_SECRET", "s3cret")]).Options.OAuth!;
        (options.Scope, options.Name, options.SignUp, options.ClientSecret).ShouldBe(("openid", "Example", true, "s3cret"));
        options.ToString().ShouldNotContain("s3cret");
        foreach (var left in whole[1..]) Read([.. whole.Except([left])]).Faults.ShouldHaveSingleItem().Name.ShouldBe(left.Item1);
        Read([.. whole[..2], ("KINORA_OAUTH_TOKEN_URL", "http://login.example.com/token"), .. whole[3..]]).Faults.ShouldHaveSingleItem().Name.ShouldBe("KINORA_OAUTH_TOKEN_URL");
    }

    [Fact]
    public void Nothing_set_means_the_documented_defaults()
    {
        var (options, faults) = Read(("KINORA_CATALOG", Repository.Path("catalog")));
        faults.ShouldBeEmpty();
        options.Urls.ShouldBe(["http://localhost:5080"]);
        options.InitialCredits.ShouldBe(10_000);
        options.UsesSandbox.ShouldBeTrue();
        options.SandboxSpeed.ShouldBe(1);
        options.SandboxRender.ShouldBe(SandboxRender.Full);
        options.SandboxLimits.ShouldBeTrue();
        options.OutcomeWait.ShouldBeNull();
        (options.Retention.Uploads, options.Retention.Outputs, options.Retention.Logs).ShouldBe((TimeSpan.FromDays(30), null, TimeSpan.FromDays(60)));
        options.Kie.BaseUrl.ShouldBe(new Uri("https://api.kie.ai"));
        Path.GetFileName(options.DataFolder).ShouldBe("kinora");
    }

    [Fact]
    public void Who_watches_is_read_with_words()
    {
        var catalog = ("KINORA_CATALOG", Repository.Path("catalog"));
        var usual = Read(catalog).Options;
        (usual.Metrics, usual.LogFormat, usual.ExportsTelemetry).ShouldBe((MetricsAccess.Admin, LogFormat.Text, false));
        var set = Read(catalog, ("KINORA_METRICS", "open"), ("KINORA_LOG_FORMAT", "json"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318")).Options;
        (set.Metrics, set.LogFormat, set.ExportsTelemetry).ShouldBe((MetricsAccess.Open, LogFormat.Json, true));
        Read(catalog, ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318"), ("OTEL_SDK_DISABLED", "true")).Options.ExportsTelemetry.ShouldBeFalse();
        Read(catalog, ("KINORA_METRICS", "on"), ("KINORA_LOG_FORMAT", "xml"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "there")).Faults.Select(fault => fault.Name)
            .ShouldBe(["KINORA_METRICS", "OTEL_EXPORTER_OTLP_ENDPOINT", "KINORA_LOG_FORMAT"]);
    }

    [Fact]
    public void Times_to_keep_things_are_days_or_hours_or_for_ever()
    {
        var catalog = ("KINORA_CATALOG", Repository.Path("catalog"));
        var kept = Read(catalog, ("KINORA_KEEP_UPLOADS", "forever"), ("KINORA_KEEP_OUTPUTS", "12h"), ("KINORA_KEEP_LOGS", "7d")).Options.Retention;
        (kept.Uploads, kept.Outputs, kept.Logs).ShouldBe((null, TimeSpan.FromHours(12), TimeSpan.FromDays(7)));
        foreach (var wrong in new[] { "30", "d", "0d", "-1d", "1w", "100001d", "never" })
            Read(catalog, ("KINORA_KEEP_OUTPUTS", wrong)).Faults.ShouldHaveSingleItem().Name.ShouldBe("KINORA_KEEP_OUTPUTS", wrong);
    }

    [Fact]
    public void Everything_set_is_read()
    {
        var (options, faults) = Read(
            ("KINORA_URLS", "http://0.0.0.0:80; http://[::]:8080"), ("KINORA_DATA", "/tmp/k"), ("KINORA_CATALOG", Repository.Path("catalog")),
            ("KINORA_ADMIN_KEY", "abc"), ("KINORA_INITIAL_CREDITS", "0"), ("KINORA_PUBLIC_URL", "https://videos.example.com"), ("KINORA_OUTCOME_WAIT", "00:02:00"),
            ("KINORA_FETCH_ALLOW", "files.example.com,10.1.0.0/16,192.168.1.7"), ("KINORA_SANDBOX_SPEED", "0.5"), ("KINORA_SANDBOX_RENDER", "fast"),
            ("KINORA_SANDBOX_LIMITS", "off"), ("KIE_API_KEY", "kie"), ("KIE_MARKET_BASE_URL", "http://127.0.0.1:5090"),
            ("KIE_CALLBACK_SECRET", "one"), ("KIE_WEBHOOK_HMAC_KEY", "hmac"));
        faults.ShouldBeEmpty();
        options.Urls.ShouldBe(["http://0.0.0.0:80", "http://[::]:8080"]);
        options.InitialCredits.ShouldBe(0);
        options.OutcomeWait.ShouldBe(TimeSpan.FromMinutes(2));
        options.FetchAllow.ShouldBe(["files.example.com", "10.1.0.0/16", "192.168.1.7"]);
        options.SandboxSpeed.ShouldBe(0.5);
        options.SandboxRender.ShouldBe(SandboxRender.Fast);
        options.SandboxLimits.ShouldBeFalse();
        options.UsesSandbox.ShouldBeFalse();
        options.Kie.UploadBaseUrl.ShouldBe(new Uri("http://127.0.0.1:5090"));
        options.Kie.VeoSecret.ShouldBe("one");
        options.Kie.HmacKey.ShouldBe("hmac");
    }

    [Fact]
    public void Provider_accounts_are_read_from_their_file_and_keys_from_variables()
    {
        var (options, faults) = WithProviders(
            """
            // Two of ours.
            {"accounts":[
              {"id":"kie-2","provider":"kie","keys":["env:KEY_A","b"],"weight":2,"submissions":{"calls":5,"seconds":10},"dailyUsd":1.5},
              {"id":"attic","provider":"openai-videos","baseUrl":"http://gpu.lan:8000","enabled":false},
            ]}
            """,
            ("KEY_A", "a"), ("REPLICATE_API_TOKEN", "r8"));
        faults.ShouldBeEmpty();
        options.ProviderAccounts.Select(account => account.Id).ShouldBe(["replicate", "kie-2", "attic"]);
        var second = options.ProviderAccounts[1];
        second.Keys.ShouldBe(["a", "b"]);
        (second.Weight, second.Submissions, second.DailyUsd, second.Enabled).ShouldBe((2, new(5, 10), 1.5m, true));
        options.ProviderAccounts[2].Enabled.ShouldBeFalse();
        options.UsesSandbox.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"accounts":[{"id":"kie-2","provider":"kie","keys":["env:NOT_SET"]}]}""", "kie-2, keys: A key has 1 to 500")]
    [InlineData("""{"accounts":[{"id":"kie-2","provider":"kie","keys":["top secret"]}]}""", "kie-2, keys: A key has 1 to 500")]
    [InlineData("""{"accounts":[{"id":"attic","provider":"openai-videos"}]}""", "attic, baseUrl: A videos server needs its address")]
    [InlineData("""{"accounts":[{"id":"x","provider":"luma","keys":["k"]}]}""", "x, provider: provider must be one that Kinora speaks to (it is 'luma')")]
    [InlineData("""{"accounts":[{"id":"x","provider":"kie","keys":["k"]},{"id":"x","provider":"kie","keys":["l"]}]}""", "'x' stands there")]
    [InlineData("""{"accounts":[{"id":"kie","provider":"kie","keys":["k"]}]}""", "'kie' stands there")]
    [InlineData("""{"accounts":[{"id":"x","provider":"kie","kyes":["k"]}]}""", "accounts[0].kyes cannot be read, or there is no such field")]
    [InlineData("""{"accounts":[""", "LineNumber: 0")]
    [InlineData("""{"providers":[]}""", "It has no list of accounts")]
    public void Faults_in_the_file_of_provider_accounts_are_told_without_secrets(string file, string expected)
    {
        var fault = WithProviders(file, ("KIE_API_KEY", "k")).Faults.ShouldHaveSingleItem();
        fault.Name.ShouldBe("KINORA_PROVIDERS");
        fault.ToString().ShouldContain(expected);
        fault.ToString().ShouldNotContain("top secret");
    }

    [Fact]
    public void A_file_of_provider_accounts_that_is_not_there_is_a_fault() =>
        Read(("KINORA_CATALOG", Repository.Path("catalog")), ("KINORA_PROVIDERS", "/nowhere/providers.json")).Faults.ShouldHaveSingleItem()
            .ToString().ShouldBe("KINORA_PROVIDERS is '/nowhere/providers.json': expected a file that can be read.");

    private static (KinoraOptions Options, IReadOnlyList<SettingFault> Faults) WithProviders(string content, params (string, string)[] settings)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);
            return Read([("KINORA_CATALOG", Repository.Path("catalog")), ("KINORA_PROVIDERS", path), .. settings]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_database_that_cannot_be_read_as_one_is_named_without_what_was_given()
    {
        var catalog = ("KINORA_CATALOG", Repository.Path("catalog"));
        Read(catalog).Options.Database.ShouldBeNull();
        Read(catalog, ("KINORA_DATABASE", "postgres://kinora:top-secret@db.example.com/videos")).Options.Database!.ShouldContain("Host=db.example.com");
        var fault = Read(catalog, ("KINORA_DATABASE", "Server: db, password: top-secret")).Faults.ShouldHaveSingleItem();
        fault.Name.ShouldBe("KINORA_DATABASE");
        fault.ToString().ShouldNotContain("top-secret");
    }

    [Fact]
    public void All_faults_are_listed_at_once_with_what_was_given_and_what_is_expected()
    {
        var (_, faults) = Read(
            ("KINORA_URLS", "https://localhost:5080"), ("KINORA_INITIAL_CREDITS", "many"), ("KINORA_PUBLIC_URL", "videos.example.com"),
            ("KINORA_OUTCOME_WAIT", "-00:01:00"), ("KINORA_FETCH_ALLOW", "10.0.0.0/99"), ("KINORA_SANDBOX_SPEED", "-1"), ("KINORA_SANDBOX_RENDER", "quick"),
            ("KINORA_SANDBOX_LIMITS", "maybe"), ("KIE_MARKET_BASE_URL", "ftp://example.com"), ("KINORA_CATALOG", "/no/such/folder"));
        faults.Select(f => f.Name).ShouldBe(
            [
                "KINORA_URLS", "KINORA_CATALOG", "KINORA_INITIAL_CREDITS", "KINORA_PUBLIC_URL", "KINORA_OUTCOME_WAIT", "KINORA_FETCH_ALLOW",
                "KINORA_SANDBOX_SPEED", "KINORA_SANDBOX_RENDER", "KINORA_SANDBOX_LIMITS", "KIE_MARKET_BASE_URL",
            ],
            ignoreOrder: true);
        faults.Single(f => f.Name == "KINORA_SANDBOX_RENDER").ToString().ShouldBe("KINORA_SANDBOX_RENDER is 'quick': expected full or fast or none.");
    }

    [Theory]
    [InlineData("KINORA_ADMIN_KEY")]
    [InlineData("KIE_API_KEY")]
    [InlineData("KIE_CALLBACK_SECRET")]
    [InlineData("VEO_WEBHOOK_SECRET")]
    [InlineData("KIE_WEBHOOK_HMAC_KEY")]
    [InlineData("KINORA_KIE_CALLBACK_HMAC_KEY")]
    [InlineData("KINORA_ENHANCE_KEY")]
    public void Secret_at_fault_is_not_repeated(string name)
    {
        var (_, faults) = Read(("KINORA_CATALOG", Repository.Path("catalog")), (name, "spaced out"));
        var fault = faults.ShouldHaveSingleItem();
        fault.Name.ShouldBe(name);
        fault.ToString().ShouldNotContain("spaced");
    }

    [Fact]
    public void Chat_api_has_an_address_and_a_model_and_maybe_a_key()
    {
        var catalog = ("KINORA_CATALOG", Repository.Path("catalog"));
        var (url, key, model) = (("KINORA_ENHANCE_URL", "http://127.0.0.1:11434/v1"), ("KINORA_ENHANCE_KEY", "sk-1"), ("KINORA_ENHANCE_MODEL", "small-chat"));
        Read(catalog).Options.Enhance.ShouldBeNull();
        Read(catalog, url, model).Options.Enhance.ShouldBe(new(new("http://127.0.0.1:11434/v1"), null, "small-chat"));
        var whole = Read(catalog, url, key, model);
        whole.Faults.ShouldBeEmpty();
        whole.Options.Enhance!.Key.ShouldBe("sk-1");
        whole.Options.ToString().ShouldNotContain("sk-1");
        Read(catalog, url).Faults.ShouldHaveSingleItem().Name.ShouldBe("KINORA_ENHANCE_MODEL");
        Read(catalog, model).Faults.ShouldHaveSingleItem().Name.ShouldBe("KINORA_ENHANCE_URL");
        Read(catalog, key).Faults.ShouldHaveSingleItem().ToString().ShouldBe(
            "KINORA_ENHANCE_URL: expected a value, as KINORA_ENHANCE_URL and KINORA_ENHANCE_MODEL are set together, and KINORA_ENHANCE_KEY only with them.");
        Read(catalog, ("KINORA_ENHANCE_URL", "ftp://chat.example.com"), model).Faults.ShouldHaveSingleItem().Name.ShouldBe("KINORA_ENHANCE_URL");
    }

    [Fact]
    public void Assets_are_kept_in_a_folder_or_a_bucket()
    {
        var catalog = ("KINORA_CATALOG", Repository.Path("catalog"));
        var (id, secret) = (("AWS_ACCESS_KEY_ID", "id"), ("AWS_SECRET_ACCESS_KEY", "secret"));
        Read(catalog).Options.Assets.ShouldBe(new AssetPlace());
        Read(catalog, ("KINORA_ASSETS", "/tmp/videos")).Options.Assets.ShouldBe(new AssetPlace { Folder = "/tmp/videos" });
        Read(catalog, id, secret, ("KINORA_ASSETS", "s3://videos")).Options.Assets.S3
            .ShouldBe(new S3Options { Bucket = "videos", AccessKeyId = "id", SecretAccessKey = "secret" });
        Read(catalog, id, secret, ("KINORA_ASSETS", "s3://videos/?endpoint=http%3A%2F%2F127.0.0.1:9000&region=eu-1&prefix=a/b")).Options.Assets.S3.ShouldBe(new S3Options
        {
            Bucket = "videos", AccessKeyId = "id", SecretAccessKey = "secret", Endpoint = new("http://127.0.0.1:9000"), Region = "eu-1", Prefix = "a/b/", PathStyle = true,
        });
    }

    [Theory]
    [InlineData("s3://")]
    [InlineData("s3://Videos")]
    [InlineData("s3://id:secret@videos")]
    [InlineData("s3://videos/folder")]
    [InlineData("s3://videos?endpoint=ftp://example.com")]
    [InlineData("s3://videos?endpoint=https://example.com/path")]
    [InlineData("s3://videos?prefix=../up")]
    [InlineData("s3://videos?colour=red")]
    public void Bucket_that_is_written_wrongly_is_a_fault(string place)
    {
        var (_, faults) = Read(
            ("KINORA_CATALOG", Repository.Path("catalog")), ("AWS_ACCESS_KEY_ID", "id"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("KINORA_ASSETS", place));
        var fault = faults.ShouldHaveSingleItem();
        fault.Name.ShouldBe("KINORA_ASSETS");
        fault.ToString().ShouldNotContain("secret@");
    }

    [Fact]
    public void Bucket_without_its_keys_is_a_fault()
    {
        var (_, faults) = Read(("KINORA_CATALOG", Repository.Path("catalog")), ("KINORA_ASSETS", "s3://videos"));
        faults.Select(fault => fault.Name).ShouldBe(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]);
    }

    [Fact]
    public void Every_setting_is_in_the_guide()
    {
        var guide = File.ReadAllText(Repository.Path("docs", "guides", "settings.md"));
        var names = typeof(SettingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToHashSet();
        SandboxSettings.Read(name =>
        {
            names.Add(name);
            return null;
        });
        foreach (var name in names) guide.ShouldContain($"`{name}`");
    }

    private static (KinoraOptions Options, IReadOnlyList<SettingFault> Faults) Read(params (string Name, string Value)[] settings) =>
        KinoraSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build());
}
