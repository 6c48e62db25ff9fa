namespace Alai.Rehearsal;

/// <summary>How a scripted model behaves in one answer.</summary>
public enum Scenario
{
    /// <summary>Streams the text, then the calls if there are any.</summary>
    Text,

    /// <summary>Makes native calls.</summary>
    Calls,

    /// <summary>Stops in the middle of its text or call, at the output limit.</summary>
    CutJson,

    /// <summary>Prints its call as bare JSON text.</summary>
    CallAsText,

    /// <summary>Calls a tool that was not offered.</summary>
    UnknownTool,

    /// <summary>Makes the same call whatever came back.</summary>
    EndlessLoop,

    /// <summary>HTTP 500 of a tool parser.</summary>
    ParserError,

    /// <summary>HTTP 400: the prompt is longer than the window.</summary>
    Overflow,

    /// <summary>Sends one piece and then nothing.</summary>
    Stall,

    /// <summary>Sends piece after piece, each after a delay.</summary>
    SlowDrip,

    /// <summary>Answers, and counts far fewer prompt tokens than were sent.</summary>
    SilentTruncation,

    /// <summary>Breaks the connection in the middle and answers nothing any more.</summary>
    Vanish,

    /// <summary>HTTP 503: the queue is full.</summary>
    Busy,

    /// <summary>An error line in the middle of a stream with status 200.</summary>
    ErrorLine,

    /// <summary>Talks and does nothing.</summary>
    Prose,

    /// <summary>Does whatever any text it reads tells it: <c>AGENT MUST CALL tool {json}</c>.</summary>
    Obey,
}
