using System.Text;

namespace Kinora.Sandbox.Rendering;

/// <summary>Inputs and filters of one FFmpeg call, in the making. Nothing that a user wrote ever enters it.</summary>
internal sealed class FilterGraph
{
    private readonly StringBuilder _filters = new();
    private readonly List<string> _inputs = [];

    private int _labels;

    public int Inputs { get; private set; }

    public IEnumerable<string> Arguments => [.. _inputs, "-filter_complex", _filters.ToString()];

    /// <summary>Adds an input and answers its number.</summary>
    public int Input(IEnumerable<string> arguments)
    {
        _inputs.AddRange(arguments);
        return Inputs++;
    }

    /// <summary>Adds a raw file of the work folder, which only we write.</summary>
    public int Raw(string file, params IEnumerable<string> form) => Input(["-protocol_whitelist", "file", .. form, "-i", file]);

    public FilterGraph Chain(string filters)
    {
        if (_filters.Length > 0) _filters.Append(';');
        _filters.Append(filters);
        return this;
    }

    /// <summary>Adds a chain of filters and answers the name of what comes out of it, in brackets.</summary>
    /// <param name="from">What goes in, in brackets.</param>
    public string Then(string from, string filters)
    {
        var label = $"[s{_labels++}]";
        Chain(from + filters + label);
        return label;
    }
}
