"""With what probability does a yes belong to a score?"""

import numpy as np

STEPS = 30
RIDGE = 1e-3  # keeps the fit finite where the scores separate perfectly


def fitted_logistic(score: np.ndarray, is_yes: np.ndarray) -> tuple[float, ...]:
    """α and β of P(yes) = 1/(1 + exp(−α − β score)) by penalised maximum likelihood (Newton's method).

    `score` is one value a row, or one column for each of several β.
    """
    design = np.column_stack([np.ones(len(score)), score])
    weights = np.zeros(design.shape[1])
    for _ in range(STEPS):
        p = _curve(design @ weights)
        gradient = design.T @ (is_yes - p) - RIDGE * weights
        curvature = (design * (p * (1.0 - p))[:, None]).T @ design + RIDGE * np.eye(len(weights))
        weights = weights + np.clip(np.linalg.solve(curvature, gradient), -2.0, 2.0)
    return tuple(float(weight) for weight in weights)


def logistic(score: np.ndarray, alpha: float, *betas: float) -> np.ndarray:
    """`score` as in `fitted_logistic`."""
    columns = np.asarray(score, dtype=float)
    return _curve(alpha + (columns * betas[0] if len(betas) == 1 else columns @ np.array(betas)))


def _curve(log_odds: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-np.clip(log_odds, -50.0, 50.0)))
