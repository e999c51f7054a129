using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LtiMentoring.Web.Hosting;

/// <summary>
/// Links a file of wwwroot: from the site's root and not from the session's, so that browsers keep it across launches,
/// and under the name that carries its fingerprint.
/// </summary>
[HtmlTargetElement("link", Attributes = AssetHref, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("script", Attributes = AssetSrc)]
public sealed class AssetTag : TagHelper
{
    const string AssetHref = "asset-href";
    const string AssetSrc = "asset-src";

    [HtmlAttributeName(AssetHref)]
    public string? Href { get; set; }

    [HtmlAttributeName(AssetSrc)]
    public string? Src { get; set; }

    /// <summary>For a file that a style sheet names too: under its own name, or it would be fetched twice.</summary>
    public bool AssetAsNamed { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        var root = http.Items.TryGetValue(SessionPath.OuterBase, out var outer) ? (PathString)outer! : http.Request.PathBase;
        var file = Href ?? Src!;
        var assets = AssetAsNamed ? null : http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        output.Attributes.SetAttribute(Href is null ? "src" : "href", $"{root}/{assets?[file] ?? file}");
    }
}
