using Kinora.Core.Storage.Postgres;
using Npgsql;

namespace Kinora.Core.Tests.Storage;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://kinora:p%40ss@db.example.com:6432/videos?sslmode=require")]
    [InlineData("Host=db.example.com;Port=6432;Username=kinora;Password=p@ss;Database=videos;SSL Mode=Require")]
    public void Both_forms_say_the_same(string text)
    {
        var address = new NpgsqlConnectionStringBuilder(PostgresAddress.Read(text).ShouldNotBeNull());
        (address.Host, address.Port, address.Username, address.Password, address.Database, address.SslMode)
            .ShouldBe(("db.example.com", 6432, "kinora", "p@ss", "videos", SslMode.Require));
        PostgresAddress.Public(address.ToString()).ShouldBe("videos on db.example.com");
    }

    [Fact]
    public void What_the_address_says_wins_over_our_defaults()
    {
        new NpgsqlConnectionStringBuilder(PostgresAddress.Read("Host=db")!).MaxAutoPrepare.ShouldBe(100);
        new NpgsqlConnectionStringBuilder(PostgresAddress.Read("Host=db;Max Auto Prepare=0")!).MaxAutoPrepare.ShouldBe(0);
        new NpgsqlConnectionStringBuilder(PostgresAddress.Read("postgresql://db/x?Maximum%20Pool%20Size=3")!).MaxPoolSize.ShouldBe(3);
    }

    [Theory]
    [InlineData("videos")]
    [InlineData("Username=kinora")]
    [InlineData("Host=db;Colour=red")]
    [InlineData("postgres://")]
    [InlineData("postgres://db/x?colour=red")]
    [InlineData("Host=db;Port=many")]
    public void Other_words_are_no_address(string text) => PostgresAddress.Read(text).ShouldBeNull();
}
