using Alai.Quality;

namespace Alai.Tests.Quality;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("./test", "test", true)]
    [InlineData("sh ./scripts/prove --all", "scripts/prove", true)]
    [InlineData("CI=1 bash -e ci/run.sh && ls", "ci/run.sh", true)]
    [InlineData("npm ci && python3 tools/check.py", "tools/check.py", true)]
    [InlineData("grep -q twice lib.sh", "lib.sh", false)]
    [InlineData("cat test", "test", false)]
    public void A_program_is_told_apart_from_what_it_reads(string command, string path, bool runs) =>
        Assert.Equal(runs, CommandWords.Run(command, path));
}
