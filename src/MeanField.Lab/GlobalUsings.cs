global using MeanField.Core.Files;
global using MeanField.Core.Measures;
global using MeanField.Core.Specification;
global using Rows =
    MeanField.Core.Specification.EquatableList<MeanField.Core.Specification.EquatableList<double>>;
global using Values = MeanField.Core.Specification.EquatableList<double>;
