using System.Text.Json.Serialization.Metadata;

namespace Alai.Client;

/// <summary>A body and how to write it.</summary>
internal readonly record struct Sent<T>(T Value, JsonTypeInfo<T> Type);
