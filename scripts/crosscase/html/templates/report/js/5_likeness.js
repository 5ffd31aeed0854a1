// Codes that are present in the same groups, next to each other.
//
// Average linkage (UPGMA) on Jaccard's distance, as the groups are ordered; of equal distances the first pair is merged
// first, and the first code of each cluster comes first. A code that only groups others is present where any below is.
//
// heatmaps/ordering.py orders the figures by the same rule. The page orders the marks that are shown: there are as many
// orders as rules, each with codes above others counted alone or with those below, so it works out the one that is asked.

const SAME = 1e-9; // distances that differ by less are equal

/** Codes in the order of the leaves of their tree. */
function byLikeness(nodes) {
  const found = nodes.map(presenceOf);
  const clusters = nodes.map((node) => [node]);
  const apart = found.map((one) => found.map((other) => distance(one, other)));
  const left = new Set(nodes.keys());
  while (left.size > 1) {
    const [one, other] = nearestPair([...left], apart);
    for (const rest of left) {
      const sizes = [clusters[one].length, clusters[other].length];
      const both = (apart[one][rest] * sizes[0] + apart[other][rest] * sizes[1]) / (sizes[0] + sizes[1]);
      apart[one][rest] = both;
      apart[rest][one] = both;
    }
    clusters[one].push(...clusters[other]);
    left.delete(other);
  }
  return nodes.length ? clusters[0] : [];
}

/** The nearest two of some clusters, the earlier one first. */
function nearestPair(left, apart) {
  let best = [left[0], left[1]];
  for (const [place, one] of left.entries()) {
    for (const other of left.slice(place + 1)) {
      if (apart[one][other] < apart[best[0]][best[1]] - SAME) best = [one, other];
    }
  }
  return best;
}

/** Whether a code is present in each group; null where it was not coded. */
function presenceOf(node) {
  if (!node.row.classList.contains("holder")) {
    return numbersIn(node.row).map((numbers, place) =>
      numbers[0] === null ? null : stateOf(node.row.cells[columnOf(place)]) === "present");
  }
  const below = node.below.map(presenceOf);
  return study().groups.map((_, place) => {
    const known = below.map((found) => found[place]).filter((value) => value !== null);
    return known.length ? known.some(Boolean) : null;
  });
}

/** Jaccard's distance. Two that are present nowhere are alike; two without a group coded for both are not. */
function distance(one, other) {
  const common = [...one.keys()].filter((place) => one[place] !== null && other[place] !== null);
  const either = common.filter((place) => one[place] || other[place]).length;
  if (!either) return common.length ? 0 : 1;
  return 1 - common.filter((place) => one[place] && other[place]).length / either;
}
