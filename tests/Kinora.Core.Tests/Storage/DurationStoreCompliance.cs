using Kinora.Core.Polling;
using Kinora.Core.Storage;

namespace Kinora.Core.Tests.Storage;

/// <summary>How every engine must keep durations.</summary>
public abstract class DurationStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    private static readonly DurationKey Key = new("model/text", "text-to-video", 60);

    [Fact]
    public async Task What_nodes_count_adds_up()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AddAsync(Of(Key, 100, 1), Of(Key, 101, 0.5), Of(Key with { Mode = "image-to-video" }, 100, 2))));
        (await Stores.Durations.ReadAsync(Stop)).ShouldBe(
            [Of(Key, 100, 20), Of(Key, 101, 10), Of(Key with { Mode = "image-to-video" }, 100, 40)], ignoreOrder: true);
    }

    [Fact]
    public async Task Too_many_of_one_kind_are_halved_and_others_are_left_alone()
    {
        var other = Key with { TypicalSeconds = 8 };
        await AddAsync(Of(Key, 100, DurationCounts.Most), Of(other, 100, DurationCounts.Most));
        await AddAsync(Of(Key, 200, 8));
        (await Stores.Durations.ReadAsync(Stop)).ShouldBe(
            [Of(Key, 100, DurationCounts.Most / 2), Of(Key, 200, 4), Of(other, 100, DurationCounts.Most)], ignoreOrder: true);
    }

    private Task AddAsync(params StoredDuration[] counts) => Stores.Durations.AddAsync(counts, Stop);

    private static StoredDuration Of(DurationKey key, int step, double count) => new(new(key, step), count);
}
