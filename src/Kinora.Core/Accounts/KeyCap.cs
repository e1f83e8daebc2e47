using System.Text.Json.Serialization;

namespace Kinora.Core.Accounts;

/// <summary>The caps of a key and what was spent of them. It stands in the row of its account, which every commit locks and reads.</summary>
/// <param name="Daily">Null for no cap by the day.</param>
/// <param name="Total">Null for no cap in all.</param>
/// <param name="Day">The newest day of which something is known.</param>
/// <param name="Today">Held and captured for what was accepted on that day.</param>
/// <param name="Spent">Held and captured in all.</param>
internal sealed record KeyCap(long? Daily, long? Total, long Day, long Today, long Spent)
{
    /// <summary>How much may be spent now.</summary>
    [JsonIgnore]
    public long Room => Math.Min(Total - Spent ?? long.MaxValue, Daily - Today ?? long.MaxValue);

    /// <summary>As it is when a day has begun. A node whose clock is behind counts for the day that has begun elsewhere.</summary>
    public KeyCap On(long day) => day > Day ? this with { Day = day, Today = 0 } : this;

    /// <param name="credits">Spent, or given back where negative.</param>
    /// <param name="accepted">The day of the acceptance that they belong to.</param>
    public KeyCap Post(long credits, long accepted) => this with { Spent = Spent + credits, Today = accepted == Day ? Today + credits : Today };
}
