namespace Kinora.Sandbox;

/// <summary>The balance in KIE credits: charged on submission, given back on failure.</summary>
/// <param name="balance">What is left at the start.</param>
/// <param name="enforced">Whether it can run out.</param>
internal sealed class SandboxAccount(decimal balance, bool enforced)
{
    private readonly Lock _gate = new();
    private decimal _balance = balance;

    public decimal Balance
    {
        get
        {
            lock (_gate) return Math.Max(0, _balance);
        }
    }

    /// <summary>Takes the credits, or answers false when there are too few.</summary>
    public bool TryCharge(decimal credits)
    {
        lock (_gate)
        {
            if (enforced && _balance < credits) return false;
            _balance -= credits;
            return true;
        }
    }

    public void GiveBack(decimal credits)
    {
        lock (_gate) _balance += credits;
    }

    public void Set(decimal credits)
    {
        lock (_gate) _balance = credits;
    }
}
