namespace LtiMentoring.Journeys.Pages;

/// <summary>Questions that are asked inside a page.</summary>
static class InThePage
{
    /// <summary>What axe finds against WCAG 2.2, levels A and AA. Asked from inside the frame, so that it counts as a page of its own.</summary>
    public const string Barriers =
        """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
          const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], iframes: false });
          if (found.passes.length < 10) return [`axe looked at ${found.passes.length} rules only`];
          return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 140)} ${node.failureSummary}`));
        }
        """;

    /// <summary>What reaches beyond the right edge of the page, which then scrolls sideways, or of its drawing, which cuts it off.</summary>
    public const string Sideways =
        """
        () => {
          const page = document.documentElement, width = page.clientWidth;
          const right = one => one.getBoundingClientRect().right;
          const cut = [...document.querySelectorAll('svg text')].filter(one => right(one) > right(one.closest('svg')) + 0.5).map(one => one.outerHTML);
          if (page.scrollWidth <= width && document.body.scrollWidth <= width) return cut;
          const wide = [...document.querySelectorAll('body *')].filter(one => right(one) > width + 0.5);
          return [...cut, `${page.scrollWidth} wide in ${width}`, ...wide.slice(-3).map(one => one.outerHTML.slice(0, 140))];
        }
        """;

    /// <summary>Where Tab would jump up the page, or follow an order that somebody made by hand.</summary>
    public const string Jumps =
        """
        () => {
          const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary')]
            .filter(one => one.checkVisibility() && !one.classList.contains('skip'));
          const made = [...document.querySelectorAll('[tabindex]')].filter(one => one.tabIndex > 0);
          const top = one => one.getBoundingClientRect().top, bottom = one => one.getBoundingClientRect().bottom;
          const up = stops.filter((one, at) => at > 0 && bottom(one) <= top(stops[at - 1]));
          return [...made, ...up].map(one => one.outerHTML.slice(0, 140));
        }
        """;
}
