using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace KieAi.AspNetCore;

/// <summary>Decodes base64 as it arrives, bare or as a <c>data:</c> URL, and lays the file down. Memory stays constant.</summary>
internal sealed class Base64Sink(Stream file)
{
    /// <summary>The largest file, in bytes. KIE advises 10 MB.</summary>
    public const int Largest = 16 * 1024 * 1024;

    // A multiple of four: whole groups are decoded together.
    private const int ChunkLength = 64 * 1024;
    private const int LongestHead = 256;

    private readonly byte[] _chunk = new byte[ChunkLength];
    private readonly byte[] _decoded = new byte[ChunkLength / 4 * 3];
    private int _filled;
    private bool _isPastHead;

    /// <summary>From the head of a <c>data:</c> URL; null where there is none.</summary>
    public string? ContentType { get; private set; }

    public bool IsEmpty => _filled == 0 && file.Length == 0;

    /// <exception cref="KieRequestException">It is no base64, or the file is too large.</exception>
    public void Write(byte character)
    {
        if (character is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t') return;
        if (character == (byte)',' && !_isPastHead) ReadHead();
        else
        {
            if (_filled == ChunkLength) Flush(isLast: false);
            _chunk[_filled++] = character;
        }
    }

    /// <exception cref="KieRequestException">It breaks off.</exception>
    public void End() => Flush(isLast: true);

    public static KieRequestException TooLarge() => new(400, $"The file is larger than {Largest / 1024 / 1024} MB");

    public static KieRequestException Malformed() => new(400, "Base64 decoding failed: Invalid Base64 format");

    // "data:image/png;base64", of which spaces are already gone.
    private void ReadHead()
    {
        var head = Encoding.Latin1.GetString(_chunk, 0, Math.Min(_filled, LongestHead + 1));
        if (head.Length > LongestHead || !head.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) throw Malformed();
        if (!head.EndsWith(";base64", StringComparison.OrdinalIgnoreCase)) throw Malformed();
        ContentType = head["data:".Length..].Split(';')[0] is { Length: > 0 } type ? type : null;
        (_isPastHead, _filled) = (true, 0);
    }

    private void Flush(bool isLast)
    {
        // Once the first chunk is full there is no head any more.
        _isPastHead = true;
        if (Base64.DecodeFromUtf8(_chunk.AsSpan(0, _filled), _decoded, out _, out var length, isLast) != OperationStatus.Done) throw Malformed();
        if (file.Length + length > Largest) throw TooLarge();
        file.Write(_decoded, 0, length);
        _filled = 0;
    }
}
