using System.Text;
using Alai.Client;

namespace Alai.Tests.Client;

public sealed class ClientTests
{
    [Theory]
    [InlineData("tsk", "task")]
    [InlineData("hsitory", "history")]
    [InlineData("HALT", "halt")]
    [InlineData("banana", null)]
    public void The_nearest_word_is_meant_only_when_it_is_near(string typed, string? expected) =>
        Assert.Equal(expected, NearestWord.Of(typed, ["task", "history", "halt", "status"]));

    [Fact]
    public void A_long_home_has_a_short_socket_and_always_the_same_one()
    {
        var home = "/" + new string('h', 200);

        var path = HomeSocket.PathFor(home);

        Assert.True(Encoding.UTF8.GetByteCount(path) <= 103, path);
        Assert.Equal(path, HomeSocket.PathFor(home));
        Assert.NotEqual(path, HomeSocket.PathFor(home + "x"));
        Assert.Equal("/srv/alai/data/alai.sock", HomeSocket.PathFor("/srv/alai"));
    }

    [Fact]
    public void A_socket_in_a_folder_open_to_others_is_not_trusted()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("modes are a matter of Unix");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("alai-socket-");
        try
        {
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Assert.True(HomeSocket.IsPrivate(Path.Combine(folder.FullName, "alai.sock")));

            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
            Assert.False(HomeSocket.IsPrivate(Path.Combine(folder.FullName, "alai.sock")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("anna", "human:anna")]
    [InlineData("human:anna", "human:anna")]
    [InlineData("Åse Ødegård", "human:Åse-Ødegård")]
    [InlineData("a\nb", "human:a-b")]
    [InlineData("  ", "human:owner")]
    public void An_actor_is_a_person_with_harmless_letters(string name, string expected) => Assert.Equal(expected, Actor.Human(name));

    [Fact]
    public void The_home_is_what_was_given_else_the_environment_else_the_persons_own()
    {
        Assert.Equal("/a", HomeFolder.Resolve("/a/", "/b"));
        Assert.Equal("/b", HomeFolder.Resolve(null, "/b"));
        Assert.EndsWith(".alai", HomeFolder.Resolve(" ", ""), StringComparison.Ordinal);
    }
}
