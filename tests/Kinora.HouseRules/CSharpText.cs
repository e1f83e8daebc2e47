using System.Text;

namespace Kinora.HouseRules;

/// <summary>A C# file taken apart: its code without comments and literals, and its string literals.</summary>
/// <remarks>Knows as much of the language as the rules need; what is inside an interpolation counts as part of the literal.</remarks>
internal sealed class CSharpText
{
    private readonly string _text;
    private readonly StringBuilder _code = new();
    private readonly List<string> _literals = [];
    private int _at;

    private CSharpText(string text) => _text = text;

    public string Code => _code.ToString();

    public IReadOnlyList<string> Literals => _literals;

    public static CSharpText Parse(string text)
    {
        var parsed = new CSharpText(text);
        while (parsed._at < text.Length) parsed.Step();
        return parsed;
    }

    private void Step()
    {
        if (Sees("//")) SkipTo("\n");
        else if (Sees("/*")) SkipPast("*/");
        else if (_text[_at] == '\'') Character();
        else if (StringStart() is { } start) Literal(start);
        else _code.Append(_text[_at++]);
    }

    private bool Sees(string word) => string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;

    private void SkipTo(string end)
    {
        var found = _text.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? _text.Length : found;
    }

    private void SkipPast(string end)
    {
        SkipTo(end);
        _at = Math.Min(_text.Length, _at + end.Length);
        _code.Append(' ');
    }

    private void Character()
    {
        _at++;
        while (_at < _text.Length && _text[_at] != '\'') _at += _text[_at] == '\\' ? 2 : 1;
        _at++;
        _code.Append("' '");
    }

    /// <summary>The length of the prefix ($, @) when a literal begins here.</summary>
    private int? StringStart()
    {
        var end = _at;
        while (end < _text.Length && _text[end] is '$' or '@') end++;
        return end < _text.Length && _text[end] == '"' ? end - _at : null;
    }

    private void Literal(int prefix)
    {
        var verbatim = _text.AsSpan(_at, prefix).Contains('@');
        _at += prefix;
        var quotes = 0;
        while (_at + quotes < _text.Length && _text[_at + quotes] == '"') quotes++;
        var from = _at + (quotes >= 3 ? quotes : 1);
        _at = quotes >= 3 ? EndOfRaw(from, quotes) : EndOfPlain(from, verbatim);
        _literals.Add(_text[from..Math.Min(_at, _text.Length)]);
        _at += quotes >= 3 ? quotes : 1;
        _code.Append("\"\"");
    }

    private int EndOfRaw(int from, int quotes)
    {
        var end = _text.IndexOf(new string('"', quotes), from, StringComparison.Ordinal);
        return end < 0 ? _text.Length : end;
    }

    private int EndOfPlain(int from, bool verbatim)
    {
        var end = from;
        while (end < _text.Length && (_text[end] != '"' || (verbatim && Doubled(end))))
            end += verbatim ? _text[end] == '"' ? 2 : 1 : _text[end] == '\\' ? 2 : 1;
        return end;
    }

    private bool Doubled(int at) => at + 1 < _text.Length && _text[at + 1] == '"';
}
