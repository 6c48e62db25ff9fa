namespace Alai.Quality;

/// <summary>A dependency that is not there.</summary>
/// <param name="Meaning">What sort of absence, in words.</param>
/// <param name="Name">What is missing, or empty.</param>
internal sealed record MissingThing(string Meaning, string Name)
{
    public override string ToString() => Name.Length == 0 ? Meaning : $"{Meaning}: {Name}";
}
