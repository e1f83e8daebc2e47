using Kinora.Testing.Processes;
using Microsoft.Data.Sqlite;

namespace Kinora.Studio.Tests;

/// <summary>A server whose owner has ten thousand takes: a few were made, the others are copies of them in its database, with words and times of their own.</summary>
public sealed class ManyTakes : IAsyncLifetime
{
    public const int Count = 10_000;

    // A minute apart, the first copy is the newest. Ids begin with the time, as the server's do.
    private const string Copy =
        """
        WITH RECURSIVE places(place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM places WHERE place < $count),
        made AS (SELECT *, row_number() OVER (ORDER BY id) - 1 AS turn, count(*) OVER () AS all_made FROM generations),
        copies AS (
          SELECT made.*, place, $now - place * 60000 AS at, printf('gen_%012x7000800%013x', $now - place * 60000, place) AS copy_id
          FROM places JOIN made ON made.turn = place % made.all_made)
        INSERT INTO generations (id, account_id, version, status, model_id, mode, search, document)
        SELECT copy_id, account_id, version, status, model_id, mode, printf('harbour %05d ', place) || search,
          json_set(document, '$.id', copy_id, '$.input.prompt', printf('Harbour %05d', place),
            '$.createdAt', strftime('%Y-%m-%dT%H:%M:%fZ', at / 1000.0, 'unixepoch'))
        FROM copies
        """;

    private KinoraProcess? _kinora;

    public KinoraProcess Kinora => _kinora!;

    /// <summary>The words of the copy at a place, the newest first, beginning with 1.</summary>
    public static string Words(int place) => $"Harbour {place:D5}";

    public async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        _kinora = await StudioFixture.StartServerAsync(new() { ["KINORA_SANDBOX_SPEED"] = "0" });
        using (var api = new Api(_kinora))
        {
            var model = await api.PlainModelAsync("9:16");
            var made = new List<string>();
            foreach (var ratio in (string[])["16:9", "9:16", "16:9"]) made.Add(await api.GenerateAsync("A boat", model, ratio));
            foreach (var each in made) await api.UntilAsync(each, "succeeded");
        }

        await _kinora.StopAsync(stop);
        await CopyAsync(stop);
        await _kinora.StartAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_kinora is not null) await _kinora.DisposeAsync();
    }

    private async Task CopyAsync(CancellationToken stop)
    {
        SQLitePCL.Batteries_V2.Init();
        await using var database = new SqliteConnection($"Data Source={Path.Combine(Kinora.DataFolder, "kinora.db")};Pooling=False");
        await database.OpenAsync(stop);
        await using var command = database.CreateCommand();
        command.CommandText = Copy;
        command.Parameters.AddWithValue("$count", Count);
        command.Parameters.AddWithValue("$now", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - 60_000);
        (await command.ExecuteNonQueryAsync(stop)).ShouldBe(Count);
    }
}
