using System.Text;

namespace Kinora.Core.Catalog;

/// <summary>Where in a file a check is, and what to tell of a fault there. The path is spelled out only when there is one.</summary>
internal sealed class SchemaTrail(Action<string, string> fault)
{
    private readonly List<(string? Field, int Index)> _steps = [];

    /// <summary>Whether any fault was told.</summary>
    public bool IsBroken { get; private set; }

    public void Enter(string field) => _steps.Add((field, 0));

    public void Enter(int index) => _steps.Add((null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    public void Fault(string expected)
    {
        IsBroken = true;
        fault(Path(), expected);
    }

    private string Path()
    {
        var path = new StringBuilder("$");
        foreach (var (field, index) in _steps)
        {
            if (field is null) path.Append('[').Append(index).Append(']');
            else path.Append(JsonPath.Field("", field));
        }

        return path.ToString();
    }
}
