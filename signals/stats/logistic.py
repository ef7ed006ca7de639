"""With what probability does a yes belong to a score?"""

import numpy as np

STEPS = 30
RIDGE = 1e-3  # keeps the fit finite where the scores separate perfectly


def fitted_logistic(score: np.ndarray, is_yes: np.ndarray) -> tuple[float, float]:
    """α and β of P(yes) = 1/(1 + exp(−α − β score)) by penalised maximum likelihood (Newton's method)."""
    design = np.column_stack([np.ones(len(score)), score])
    weights = np.zeros(2)
    for _ in range(STEPS):
        p = logistic(score, *weights)
        gradient = design.T @ (is_yes - p) - RIDGE * weights
        curvature = (design * (p * (1.0 - p))[:, None]).T @ design + RIDGE * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        weights = weights + np.clip(step, -2.0, 2.0)
    return float(weights[0]), float(weights[1])


def logistic(score: np.ndarray, alpha: float, beta: float) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-np.clip(alpha + beta * np.asarray(score), -50.0, 50.0)))
