using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

/// <summary>A folder of small real media files, made by FFmpeg and deleted afterwards.</summary>
internal sealed class Clips : IDisposable
{
    public MediaProcess Process { get; } = new(TimeProvider.System);

    public string Folder { get; } = Directory.CreateTempSubdirectory("kinora-clips-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Renders the arguments, the output file being last.</summary>
    public async Task<string> MakeAsync(string name, params string[] arguments)
    {
        await Process.RunAsync(MediaTool.Ffmpeg, ["-v", "error", .. arguments, "-y", this[name]], TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return this[name];
    }

    public void Dispose()
    {
        Process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
