using System.Collections.Frozen;
using System.Text;

namespace Alai.Safety;

/// <summary>
/// Letters of other scripts that are drawn like Latin ones (after Unicode's confusables.txt, the single letters of it).
/// Used beside, never instead of, the letters themselves: real Cyrillic or Greek entries of a rule still match.
/// </summary>
internal static class Confusables
{
    // Each pair of lines: letters, and what each looks like.
    private static readonly FrozenDictionary<int, char> Table = Pairs(
        ("аАвВсСԁеЕёЁɡһНніІїЇјЈкКӏӀмМоОрРԛԚѕЅтТѵѴԝ", "aAbBcCdeEeEghHhiIiIjJkKlImMoOpPqQsStTvVw"),
        ("ԜхХуУүҮѡєЄэгпЗƁɓԍΑαΒβΕεΖΗηΙιΚκΜΝνΟοΡρΤτΥ", "WxXyYyYweEern3BbgAaBbEeZHnIiKkMNvOoPpTtY"),
        ("υΧχϲϹςσωϳͿγօՕսՏոհցզքԼՍյɑᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘ", "uXxcCcowjJyoOuSnhgqpLUjaabcdefghijklmnop"),
        ("ʀꜱᴛᴜᴠᴡʏᴢɩƅɛƐɔɾƿɗƙŧɵɨƶⱱƒɋᎪᏴᏟᎠᎬᏀᎻᎥᏦᏞᎷᏢᏚᎢᏙᎳ", "rstuvwyzibeEorpdktoizvfqABCDEGHiKLMPSTVW"),
        ("ᏃᎡꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴⲀⲁⲂⲃⲤⲥⲈⲉⲒⲓⲔⲕⲘ", "ZRBPDTGKJCZFMNLSRVHWXYAEIOUAaBbCcEeIiKkM"),
        ("ⲙⲚⲛⲞⲟⲢⲣⲦⲧ∨ⅼǀºªⵔⵏⴹᗞᗪᗷᑕᐯᑭᑎᒪ", "mNnOoPpTtvlloaOIEDDBCVPnL"));

    /// <summary>The Latin letter or digit it looks like, or null.</summary>
    public static char? Find(Rune rune) => Table.TryGetValue(rune.Value, out var letter) ? letter : Ranged(rune.Value);

    /// <summary>Alphabets inside frames that Unicode does not take apart.</summary>
    private static char? Ranged(int value) => value switch
    {
        >= 0x1F150 and <= 0x1F169 => (char)('A' + value - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => (char)('A' + value - 0x1F170),
        >= 0x1F1E6 and <= 0x1F1FF => (char)('A' + value - 0x1F1E6),
        _ => null,
    };

    private static FrozenDictionary<int, char> Pairs(params (string From, string To)[] rows) =>
        rows.SelectMany(row => row.From.Zip(row.To)).DistinctBy(pair => pair.First)
            .ToFrozenDictionary(pair => (int)pair.First, pair => pair.Second);
}
