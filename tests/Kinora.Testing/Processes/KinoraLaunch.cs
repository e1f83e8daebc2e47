using System.Diagnostics;

namespace Kinora.Testing.Processes;

/// <summary>How to start a <see cref="KinoraProcess"/>: the arguments, the settings, the address and the data folder.</summary>
/// <remarks>Settings in the environment of the test run are not handed on, so a developer's own settings cannot change a test.</remarks>
public sealed class KinoraLaunch
{
    private static readonly string[] OurPrefixes = ["KINORA_", "KIE_", "VEO_", "SANDBOX_", "ASPNETCORE_"];
    private readonly bool _ownsData;
    private readonly Dictionary<string, string?> _settings;

    /// <param name="settings">Environment variables over the defaults: the address, the data folder, and a sandbox at speed 0 that renders fast.</param>
    /// <param name="arguments">Of <c>kinora</c>; <c>serve</c> when none are given.</param>
    /// <param name="dataFolder">Kept when named; otherwise a new folder that is removed at the end.</param>
    public KinoraLaunch(IReadOnlyDictionary<string, string?>? settings = null, IReadOnlyList<string>? arguments = null, string? dataFolder = null)
    {
        Url = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        _ownsData = dataFolder is null;
        DataFolder = dataFolder ?? Directory.CreateTempSubdirectory("kinora-test-").FullName;
        Arguments = arguments ?? ["serve"];
        _settings = new()
        {
            ["KINORA_URLS"] = Url.ToString().TrimEnd('/'),
            ["KINORA_DATA"] = DataFolder,
            ["KINORA_KEY_RATE"] = "off",
            ["KINORA_IP_RATE"] = "off",
            ["KINORA_SANDBOX_SPEED"] = "0",
            ["KINORA_SANDBOX_RENDER"] = "fast",
            ["SANDBOX_URLS"] = Url.ToString().TrimEnd('/'),
            ["SANDBOX_DATA"] = DataFolder,
            ["SANDBOX_SPEED"] = "0",
            ["SANDBOX_RENDER"] = "fast",
            ["DOTNET_GCgen0size"] = "0x4000000", // As ./run sets it.
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>()) _settings[name] = value;
    }

    /// <summary>Where it will listen, unless a setting says otherwise.</summary>
    public Uri Url { get; }

    /// <summary>Where it keeps its data.</summary>
    public string DataFolder { get; }

    /// <summary>What comes after <c>kinora</c>.</summary>
    public IReadOnlyList<string> Arguments { get; }

    internal ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = DataFolder,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in _settings)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        start.ArgumentList.Add(PublishedProgram());
        foreach (var argument in Arguments) start.ArgumentList.Add(argument);
        return start;
    }

    internal void RemoveData()
    {
        if (!_ownsData) return;
        try
        {
            Directory.Delete(DataFolder, recursive: true);
        }
        catch (IOException)
        {
            // A renderer that outlived a killed server may still write here; the system clears its temporary folder.
        }
    }

    private static bool IsOurs(string variable) =>
        OurPrefixes.Any(prefix => variable.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Tests run from artifacts/bin/(project)/(configuration); the program is published to artifacts/publish/Kinora.Cli/(configuration).</summary>
    private static string PublishedProgram()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(here.Parent!.Parent!.Parent!.FullName, "publish", "Kinora.Cli", here.Name, "kinora.dll");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"The test starts the real program. Publish it first: dotnet publish src/Kinora.Cli -c {here.Name}", path);
    }
}
