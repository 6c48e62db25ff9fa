using Alai.Orchestration;

namespace Alai.Tests.Orchestration;

public sealed class MachineFeedsTests
{
    [Fact]
    public void Hosts_are_what_the_tools_answers_name() => Assert.Equal(
        ["feed.example", "files.example", "mirror.example:8443", "sums.example"],
        MachineFeeds.Read(
        [
            "E https://Feed.example/v3/index.json\nE https://mirror.example:8443/v3\nD https://off.example/v3\n",
            "https://feed.example/\n",
            "https://feed.example https://files.example\n",
            "https://feed.example,direct\nsums.example\n",
            "undefined\noff\n:env:.cert='/etc/ssl/x.crt'\n",
            "",
        ]));
}
