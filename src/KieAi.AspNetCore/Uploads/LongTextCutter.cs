using System.Buffers;
using System.Text;

namespace KieAi.AspNetCore;

/// <summary>
/// Cuts the text of one top-level field out of JSON while it arrives, so that the text is never held whole. What is left, with an empty text
/// in that place, is small and can be parsed and checked as JSON; this only has to find the place.
/// </summary>
/// <param name="field">Its name, spelled without escapes.</param>
/// <param name="take">Gets the text's characters, their escapes undone; one beyond ASCII as <c>?</c>.</param>
/// <param name="largestRest">How many bytes may be left.</param>
internal sealed class LongTextCutter(string field, Action<byte> take, int largestRest)
{
    private readonly ArrayBufferWriter<byte> _rest = new();
    private int _depth;
    private int _lastText = -1;
    private bool _inText;
    private bool _cutting;
    private bool _escaped;
    private int _hexLeft;
    private int _hex;

    /// <summary>Whether the field was there, with a text.</summary>
    public bool Found { get; private set; }

    /// <summary>The JSON without the text.</summary>
    public ReadOnlySpan<byte> Rest => _rest.WrittenSpan;

    /// <exception cref="KieRequestException">Too much is left.</exception>
    public void Write(ReadOnlySpan<byte> json)
    {
        foreach (var next in json)
        {
            if (_cutting) Cut(next);
            else Keep(next);
        }
    }

    private void Keep(byte next)
    {
        if (_rest.WrittenCount >= largestRest) throw KieRequestBody.Malformed();
        _rest.Write([next]);
        if (_inText)
        {
            if (_escaped) _escaped = false;
            else if (next == '\\') _escaped = true;
            else if (next == '"') _inText = false;
        }
        else if (next == '"')
        {
            _inText = true;
            if (IsField()) (_cutting, Found) = (true, true);
            _lastText = _rest.WrittenCount;
        }
        else if (next is (byte)'{' or (byte)'[') _depth++;
        else if (next is (byte)'}' or (byte)']') _depth--;
    }

    // The text that begins here follows upon the field's name and a colon.
    private bool IsField()
    {
        if (_depth != 1 || _lastText < 0 || Found) return false;
        var before = Encoding.Latin1.GetString(Rest[_lastText..^1]);
        return before.StartsWith(field + '"', StringComparison.Ordinal) && before[(field.Length + 1)..].Trim() == ":";
    }

    private void Cut(byte next)
    {
        if (_hexLeft > 0)
        {
            _hex = (_hex << 4) | (char.IsAsciiHexDigit((char)next) ? Convert.ToInt32(((char)next).ToString(), 16) : throw KieRequestBody.Malformed());
            if (--_hexLeft == 0) take(_hex < 128 ? (byte)_hex : (byte)'?');
        }
        else if (_escaped)
        {
            _escaped = false;
            if (next == 'u') (_hexLeft, _hex) = (4, 0);
            else take(Unescaped(next));
        }
        else if (next == '\\') _escaped = true;
        else if (next == '"')
        {
            (_cutting, _inText) = (false, false);
            _rest.Write([next]);
        }
        else take(next);
    }

    private static byte Unescaped(byte escape) => escape switch
    {
        (byte)'/' or (byte)'\\' or (byte)'"' => escape,
        (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f' => (byte)'\n',
        _ => throw KieRequestBody.Malformed(),
    };
}
