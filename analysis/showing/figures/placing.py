"""Where labels stand in a drawing: within its box, and not on one another."""

from __future__ import annotations

from collections.abc import Mapping

Place = tuple[float, float]


def fitted(places: Mapping[str, Place], width: float, height: float) -> dict[str, Place]:
    """Places stretched to a box of so many inches, with a margin for labels."""
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    return {
        name: (0.6 + (width - 1.2) * (x - min(xs)) / wide, 0.25 + (height - 0.5) * (y - min(ys)) / high)
        for name, (x, y) in places.items()
    }


def apart(
    places: Mapping[str, Place], labels: Mapping[str, str], *, size: float, steps: int = 400
) -> dict[str, Place]:
    """
    Places (in inches) moved as little as needed for labels of `size` points not to lie on each other.

    Examples
    --------
    >>> moved = apart({"a": (1.0, 1.0), "b": (1.0, 1.01)}, {"a": "数字", "b": "转型"}, size=10)
    >>> abs(moved["a"][1] - moved["b"][1]) > 0.15
    True
    """
    em = size / 72
    half = {name: (em * (0.52 * len(label) + 0.15), em * 0.62) for name, label in labels.items()}
    found = {name: [x, y] for name, (x, y) in places.items()}
    names = sorted(found)
    for _ in range(steps):
        moved = False
        for at, one in enumerate(names):
            for two in names[at + 1 :]:
                dx, dy = found[two][0] - found[one][0], found[two][1] - found[one][1]
                over_x = half[one][0] + half[two][0] - abs(dx)
                over_y = half[one][1] + half[two][1] - abs(dy)
                if over_x <= 0 or over_y <= 0:
                    continue
                moved = True
                axis, over = (1, over_y) if over_y <= over_x else (0, over_x)
                sign = 1.0 if (dy if axis else dx) >= 0 else -1.0
                found[one][axis] -= sign * (over / 2 + 0.002)
                found[two][axis] += sign * (over / 2 + 0.002)
        if not moved:
            break
    return {name: (x, y) for name, (x, y) in found.items()}
