using System.Collections.Concurrent;
using KieAi.AspNetCore;
using Kinora.Sandbox.Faults;

namespace Kinora.Sandbox.Control;

/// <summary>How whole models are doing, as whoever runs the sandbox wants it; all are well at the start.</summary>
internal sealed class ModelStates
{
    /// <summary>Stands for every model that has no state of its own.</summary>
    public const string Every = "*";

    private const string Well = "ok";
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, string> _states = new(StringComparer.Ordinal);

    /// <summary>Each state with what create calls are refused with in it; null for the one in which they are not.</summary>
    public static IReadOnlyDictionary<string, ScriptedCode?> Known { get; } = new Dictionary<string, ScriptedCode?>
    {
        [Well] = null,
        ["paused"] = new(500, CodeWords.Refused(505)),
        ["switched-off"] = new(505, CodeWords.Refused(505)),
        ["unpublished"] = new(404, CodeWords.Refused(404)),
        ["withdrawn"] = new(422, CodeWords.Refused(404)),
        ["maintenance"] = new(455, CodeWords.Refused(455)),
        ["broken"] = new(500, CodeWords.Refused(500)),
        ["busy"] = new(429, CodeWords.Refused(429)),
        ["no-credits"] = new(402, CodeWords.Refused(402)),
        ["capped"] = new(433, CodeWords.Refused(433)),
    };

    /// <summary>The models that are not as at the start, by the name they were given.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => _states.ToArray().OrderBy(one => one.Key, StringComparer.Ordinal);

    /// <summary>False when too many models have a state of their own.</summary>
    /// <param name="model">As create calls name it, or <see cref="Every"/>.</param>
    /// <param name="state">One of <see cref="Known"/>; <c>ok</c> for every model makes all well again.</param>
    public bool TrySet(string model, string state)
    {
        if (model == Every && state == Well) _states.Clear();
        else if (state == Well && !_states.ContainsKey(Every)) _states.TryRemove(model, out _);
        else if (_states.Count >= Most && !_states.ContainsKey(model)) return false;
        else _states[model] = state;
        return true;
    }

    /// <summary>What a create call is refused with; null when the model is well.</summary>
    /// <param name="named">The model as the call names it.</param>
    /// <param name="variant">As the catalog names it.</param>
    public KieReply<string>? RefusalOf(string named, string variant) =>
        (_states.TryGetValue(named, out var state) || _states.TryGetValue(variant, out state) || _states.TryGetValue(Every, out state))
        && Known[state] is { } refusal
            ? KieReply.Refused<string>(refusal.Code, refusal.Message)
            : null;
}
