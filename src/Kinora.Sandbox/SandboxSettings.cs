using System.Globalization;
using Kinora.Core.Fetching;

namespace Kinora.Sandbox;

/// <summary>What the environment says about a sandbox that runs alone.</summary>
public sealed record SandboxSettings(IReadOnlyList<string> Urls, SandboxOptions Options)
{
    /// <summary>Reads the <c>SANDBOX_</c> variables; what is not set keeps its default.</summary>
    /// <param name="variable">Answers the value of a variable, or null.</param>
    /// <exception cref="SandboxSettingsException">Some are at fault; it lists all of them.</exception>
    public static SandboxSettings Read(Func<string, string?> variable)
    {
        var reader = new Reader(variable);
        var options = new SandboxOptions
        {
            Keys = reader.List("SANDBOX_KEYS", ["sandbox"]),
            HmacKey = reader.Text("SANDBOX_HMAC_KEY"),
            Credits = reader.Number("SANDBOX_CREDITS", 100_000),
            Speed = (double)reader.Number("SANDBOX_SPEED", 1),
            Render = reader.Choice("SANDBOX_RENDER", SandboxRender.Full, ("full", SandboxRender.Full), ("fast", SandboxRender.Fast), ("none", SandboxRender.None)),
            Limits = reader.Choice("SANDBOX_LIMITS", true, ("on", true), ("off", false)),
            DataFolder = reader.Text("SANDBOX_DATA"),
            FetchAllow = reader.AllowList("SANDBOX_FETCH_ALLOW"),
        };
        var urls = reader.Urls("SANDBOX_URLS", "http://localhost:5090");
        return reader.Faults.Count == 0 ? new SandboxSettings(urls, options) : throw new SandboxSettingsException(reader.Faults);
    }

    private sealed class Reader(Func<string, string?> variable)
    {
        public List<string> Faults { get; } = [];

        public string? Text(string name) => variable(name)?.Trim() is { Length: > 0 } text ? text : null;

        public IReadOnlyList<string> List(string name, IReadOnlyList<string> otherwise) =>
            Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } list ? list : otherwise;

        public decimal Number(string name, decimal otherwise)
        {
            if (Text(name) is not { } text) return otherwise;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1_000_000_000) return value;
            Faults.Add($"{name} is '{text}'; it must be a number from 0 to 1000000000.");
            return otherwise;
        }

        public T Choice<T>(string name, T otherwise, params (string Word, T Value)[] choices)
        {
            if (Text(name) is not { } text) return otherwise;
            foreach (var (word, value) in choices)
            {
                if (word.Equals(text, StringComparison.OrdinalIgnoreCase)) return value;
            }

            Faults.Add($"{name} is '{text}'; it must be one of {string.Join(", ", choices.Select(choice => choice.Word))}.");
            return otherwise;
        }

        public IReadOnlyList<string> AllowList(string name)
        {
            var options = FetchOptions.Parse(Text(name));
            try
            {
                options.Check();
            }
            catch (FormatException e)
            {
                Faults.Add($"{name}: {e.Message}");
            }

            return options.Allow;
        }

        public IReadOnlyList<string> Urls(string name, string otherwise)
        {
            var urls = Text(name)?.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [otherwise];
            foreach (var url in urls.Where(url => !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
            {
                Faults.Add($"{name} has '{url}'; it must be like http://localhost:5090.");
            }

            return urls;
        }
    }
}

/// <summary>Settings that cannot be used.</summary>
public sealed class SandboxSettingsException(IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    /// <summary>Each names the variable, its value and what would do.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
