using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;

namespace Kinora.Core.Tests.Histories;

/// <summary>
/// One random history of a few generations of one account, on the state machine and the commit's decision alone: stale readers, changes that
/// are never committed, several in one commit. Beside it goes a ledger kept by hand.
/// </summary>
internal sealed class PureHistory(int seed)
{
    private const int Price = 100;
    private const string Capped = "key_capped";
    private static readonly GenerationFailure Broken = new(FailureCode.ProviderFailed, "broken", FailureBy.Provider);
    private static readonly GenerationFailure Unknown = new(FailureCode.OutcomeUnknown, "unknown", FailureBy.Provider);
    private static readonly GenerationFailure TooLate = new(FailureCode.Deadline, "late", FailureBy.Provider);
    private static readonly ProviderObservation Success = new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://files.example/a.mp4")] };

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, Generation> _stored = [];
    private readonly Dictionary<string, List<LedgerKind>> _entries = [];
    private readonly Dictionary<(string, string), KeptKey> _keys = [];
    private readonly List<Generation> _seen = [];
    private AccountState _account = new(Balance: 250, Held: 0, LastEvent: 0)
    {
        KeyCaps = new Dictionary<string, KeyCap> { [Capped] = new(Daily: 100 + (seed % 2 * 100), Total: 100 + (seed % 3 * 100), Day: 0, Today: 0, Spent: 0) },
    };
    private long _balance = 250;
    private long _held;
    private bool _lateCapture;

    // It comes to midnight on the way.
    private DateTimeOffset _now = Some.Now.AddMinutes(-30);

    /// <summary>How many of its generations ended in each status.</summary>
    public ILookup<GenerationStatus, Generation> Ends => _stored.Values.ToLookup(generation => generation.Status);

    /// <summary>Whether a success came after the wait was given up.</summary>
    public bool CameLate => _lateCapture;

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Run()
    {
        for (var step = 0; step < 16; step++)
        {
            _now += TimeSpan.FromSeconds(_random.Next(-30, 300));
            var units = Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Unit()).Where(unit => unit.Count > 0).ToList();
            // Now and then a process ends before it commits what it decided.
            if (_random.Next(10) > 0 && Commit(units) is { } fault) return $"step {step}: {fault}";
        }

        return null;
    }

    private List<GenerationChange> Unit()
    {
        var known = _seen.Count == 0 || _random.Next(4) == 0 ? null : _seen[_random.Next(_seen.Count)];
        // Readers are often late: they decide on what they once saw.
        var read = known is not null && _random.Next(3) > 0 ? _stored[known.Id] : known;
        return read is null ? [.. Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Accept())] : Step(read) is { } change ? [change] : [];
    }

    private GenerationChange Accept()
    {
        var id = $"gen_{_random.Next(100_000)}";
        var by = _random.Next(3) switch { 0 => null, 1 => "key_free", _ => Capped };
        return (Some.Generation(credits: Price, id: id, at: _now) with { KeyId = by }).Accept(_random.Next(2) == 0 ? new($"key{_random.Next(3)}", "hash") : null);
    }

    private GenerationChange? Step(Generation read)
    {
        var attempt = _random.Next(4) == 0 ? "other" : read.Attempt?.Id ?? "a";
        return (_random.Next(2) == 0 ? Usual(read.Status) : _random.Next(16)) switch
        {
            0 or 1 => read.BeginSubmission(Some.Attempt($"a{_random.Next(3)}"), _now),
            2 or 3 => read.Submitted(attempt, $"task{_random.Next(2)}", _now, _now, "answered"),
            4 => read.AnswerLost(attempt, "lost", _now),
            5 => read.Requeue("later", _now, _now),
            6 or 7 => read.ProviderSucceeded(Success, _now, "poll"),
            8 => read.StillRunning(50, _now, _now),
            9 or 10 => read.Collected([], _now),
            11 => read.Fail(Unknown, _now, "outcome_wait_over"),
            12 => read.GiveUp(TooLate, _now, _now, "deadline"),
            13 => read.Fail(Broken, _now, "poll"),
            14 => read.Cancel(_now) ?? read.Stopped($"task{_random.Next(2)}", _now),
            _ => read.CalledBack(_now) ?? read.StopLooking(_now),
        };
    }

    // Without a push towards the end, hardly any history would come to one.
    private static int Usual(GenerationStatus status) => status switch
    {
        GenerationStatus.Queued => 0,
        GenerationStatus.Submitting => 2,
        GenerationStatus.Running or GenerationStatus.Failed => 6,
        _ => 9,
    };

    private string? Commit(List<List<GenerationChange>> units)
    {
        var asked = new CommitQuestions(units.SelectMany(unit => unit));
        var scope = new CommitScope(new(
            asked.Generations.Where(_stored.ContainsKey).ToDictionary(id => id, id => _stored[id].Version),
            asked.Accounts.ToDictionary(id => id, _ => _account),
            asked.Keys.Where(_keys.ContainsKey).ToDictionary(key => key, key => _keys[key]),
            new HashSet<string>()));
        foreach (var unit in units)
        {
            var whole = _random.Next(2) == 0;
            var results = scope.Add(unit, whole);
            if (whole && results.Any(Applied) && !results.All(Applied)) return "half of a whole was applied";
            foreach (var (change, result) in unit.Zip(results).Where(pair => Applied(pair.Second)))
            {
                if (Book(change) is { } fault) return fault;
            }
        }

        foreach (var (key, kept) in scope.Keys)
        {
            if (!_keys.TryAdd(key, kept)) return "a key was used twice";
        }

        var events = scope.Events.Select(e => e.Number).ToList();
        if (!events.SequenceEqual(Enumerable.Range(1, events.Count).Select(i => _account.LastEvent + i))) return "events do not count up by one";
        if (scope.Accounts.TryGetValue("acc", out var account)) _account = account;
        return Money() ?? Caps();
    }

    // The ledger by hand: what each status must have cost.
    private string? Book(GenerationChange change)
    {
        var after = change.Generation;
        if (_stored.TryGetValue(after.Id, out var before))
        {
            if (Moves.Fault(before, after) is { } fault) return fault;
        }
        else
        {
            if (after.Version != 1 || _balance - _held < Price) return "it was accepted though it is old, or cannot be paid";
            (before, _held) = (null, _held + Price);
        }

        var wasFinal = before?.IsFinal is true;
        if (after.Status != before?.Status && after.IsFinal)
        {
            if (!wasFinal) _held -= Price;
            if (after.Status is GenerationStatus.Succeeded) _balance -= Price;
            _lateCapture |= wasFinal;
        }

        _stored[after.Id] = after;
        _seen.Add(after);
        var kinds = _entries.TryGetValue(after.Id, out var posted) ? posted : _entries[after.Id] = [];
        kinds.AddRange(change.Ledger.Select(entry => entry.Kind));
        if (kinds.Distinct().Count() != kinds.Count) return "an entry was posted twice";
        return (after.Held, after.Captured) == (after.IsFinal ? 0 : Price, after.Status is GenerationStatus.Succeeded ? Price : 0)
            ? null
            : $"{after.Status} holds {after.Held} and captured {after.Captured}";
    }

    private string? Money()
    {
        if ((_account.Balance, _account.Held) != (_balance, _held)) return $"the account says {_account}, by hand it is {_balance} and {_held}";
        return _account.Balance - _account.Held < 0 && !_lateCapture ? "more is spent than there is" : null;
    }

    // By hand: what the capped key has held and captured, and on which day; and who is at the provider.
    private string? Caps()
    {
        var there = _stored.Values.Count(generation => generation.Status is GenerationStatus.Submitting or GenerationStatus.Running);
        if (_account.AtProviders != there) return $"the account says that {_account.AtProviders} are at providers, by hand it is {there}";
        var (cap, own) = (_account.KeyCaps![Capped], _stored.Values.Where(generation => generation.KeyId == Capped).ToList());
        if (_account.KeyCaps.Count != 1 || cap.Spent != Spent(own)) return $"{cap} is kept, by hand {Spent(own)} is spent";
        if (_lateCapture) return null;
        if (cap.Spent > cap.Total) return $"{cap} is overspent";
        foreach (var day in own.GroupBy(generation => SpendingDay.Of(generation.CreatedAt)))
            if (Spent(day) > cap.Daily || (day.Key == cap.Day && Spent(day) > cap.Today)) return $"{cap} is overspent on day {day.Key}";
        return null;
    }

    private static long Spent(IEnumerable<Generation> generations) => generations.Sum(generation => generation.Held + generation.Captured);

    private static bool Applied(CommitResult result) => result.Outcome is CommitOutcome.Applied;
}
