using System.Text;
using Kinora.Core.Media;

namespace Kinora.Core.Tests.Media;

public sealed class MediaHeaderTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "image/png")]
    [InlineData("FFD8FFE000104A4649460001", "image/jpeg")]
    [InlineData("524946462E0000005745425056503858", "image/webp")]
    [InlineData("0000002066747970 69736F6D", "video/mp4 audio/mp4")]
    [InlineData("0000001C66747970 4D344120", "audio/mp4")]
    [InlineData("0000001466747970 71742020", "video/quicktime")]
    [InlineData("000000086D646174 00000000", "video/quicktime")]
    [InlineData("1A45DFA39F4286810142F7810142F2810442F381084282847765626D", "video/webm")]
    [InlineData("1A45DFA3A34286810142F7810142F2810442F381084282886D6174726F736B61", "video/x-matroska")]
    [InlineData("524946460000000041564920", "video/x-msvideo")]
    [InlineData("FFFB90C400000000 00000000", "audio/mpeg")]
    [InlineData("FFF3 40C400000000 00000000", "audio/mpeg")]
    [InlineData("494433040000000000235453", "audio/mpeg audio/aac audio/flac")]
    [InlineData("FFF15040213FFCDE02004C61", "audio/aac")]
    [InlineData("524946460000000057415645", "audio/wav")]
    [InlineData("4F6767530002000000000000", "audio/ogg")]
    [InlineData("664C61430000002212001200", "audio/flac")]
    public void Magic_bytes_tell_what_a_file_may_be(string hex, string expected) =>
        string.Join(' ', MediaHeader.ContentTypes(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)))).ShouldBe(expected);

    [Theory]
    [InlineData("0000002066747970 68656963")] // HEIC
    [InlineData("0000002066747970 61766966")] // AVIF
    [InlineData("0000002066747970 33677034")] // 3GP
    [InlineData("1A45DFA39F4286810142F7810142F2810442F381084282")] // Matroska without a document type
    [InlineData("1A45DFA39F428281")]
    [InlineData("FFFE3C0068007400 6D006C00")] // UTF-16 text
    [InlineData("FFEBF00000000000 00000000")]
    [InlineData("FFFBFC0000000000 00000000")]
    [InlineData("424D36000000000000003600")] // BMP
    [InlineData("5249464600000000524D4944")] // RIFF MIDI
    [InlineData("FF")]
    [InlineData("")]
    public void Other_bytes_are_nothing(string hex) =>
        MediaHeader.ContentTypes(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))).ShouldBeEmpty();

    [Theory]
    [InlineData("#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n")]
    [InlineData("ffconcat version 1.0\nfile clip.mp4\n")]
    [InlineData("<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"/>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n")]
    [InlineData("GIF89a and more bytes than any header needs")]
    public void Text_is_nothing(string text) => MediaHeader.ContentTypes(Encoding.UTF8.GetBytes(text)).ShouldBeEmpty();
}
