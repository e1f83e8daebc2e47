using System.Text;
using System.Text.RegularExpressions;

namespace Kinora.Testing.Processes;

/// <summary>The lines that a process wrote.</summary>
internal sealed partial class CapturedOutput
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private Uri? _signInLink;

    public string Text
    {
        get
        {
            lock (_gate) return _text.ToString();
        }
    }

    public Uri? SignInLink
    {
        get
        {
            lock (_gate) return _signInLink;
        }
    }

    public void Append(string? line)
    {
        if (line is null) return;
        lock (_gate)
        {
            _text.AppendLine(line);
            if (LinkPattern().Match(line) is { Success: true } link) _signInLink = new Uri(link.Value);
        }
    }

    [GeneratedRegex(@"https?://\S+/sign-in\?token=[\w.~-]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkPattern();
}
